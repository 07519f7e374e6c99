// Promises that are resolved by an event, or by their `wake`, which takes the timer or the listener away. None of these functions throws,
// since WebAssembly calls them: what the browser refuses to wait for does not happen.

import { undefinedIfThrown } from './page.js';

const event = (start, stop) => {
  let happen;
  /** @type {Promise<any> & { wake?: () => void }} */
  const waiting = new Promise(resolve => (happen = resolve));
  const started = undefinedIfThrown(() => start(happen));
  waiting.wake = () => {
    undefinedIfThrown(() => stop(started, happen));
    happen();
  };
  return waiting;
};

export const wake = waiting => waiting.wake();

/**
 * In Node a timer would keep the process alive; `awaitInNode` does where somebody waits. With `endsOnline` it is over, with an event, when the
 * network returns. With `orNot` it is over at once where the browser gives no timer.
 */
export const sleep = (ms, endsOnline, orNot) =>
  event(
    happen => {
      /** @type {any} A number in browsers, an object that is one in Node. */
      const timer = undefinedIfThrown(() => setTimeout(happen, ms));
      if (orNot && !undefinedIfThrown(() => timer > 0)) happen();
      undefinedIfThrown(() => timer.unref?.());
      if (endsOnline) undefinedIfThrown(() => globalThis.addEventListener?.('online', happen));
      return timer;
    },
    (timer, happen) => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', happen);
    },
  );

/**
 * Keeps a program in Node from ending before a promise has: no timer of `sleep` does, since most of them are nobody's concern. Elsewhere
 * nothing ends.
 */
export const awaitInNode = promise => {
  // A timer for each call would cost a browser's page more than the call.
  const timer = undefinedIfThrown(() => globalThis.process && setInterval(() => {}, 1e9));
  const end = () => undefinedIfThrown(() => clearInterval(timer));
  if (undefinedIfThrown(() => timer?.hasRef?.())) promise.then(end, end);
  else end();
};

/** Milliseconds since some time, by a clock that nobody sets; 0 where there is none. */
export const uptime = () => undefinedIfThrown(() => +performance.now()) || 0;

/** Whether a value can say that it is aborted: an AbortSignal of this page, of another frame or of a library. */
export const isSignal = value =>
  undefinedIfThrown(() => typeof value.aborted === 'boolean' && typeof value.addEventListener === 'function') ?? false;

/** What a signal was aborted with. Safari before 15.4 does not say. */
export const reasonOf = signal =>
  undefinedIfThrown(() => signal.reason) ?? new DOMException('The call was aborted.', 'AbortError');

export const aborted = signal =>
  event(
    happen => (signal.aborted ? happen() : signal.addEventListener('abort', happen)),
    (_, happen) => signal.removeEventListener('abort', happen),
  );
