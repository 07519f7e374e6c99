// Promises that are resolved by an event, or by their `wake`, which takes the timer or the listener away.

const event = (start, stop) => {
  let happen;
  /** @type {Promise<any> & { wake?: () => void }} */
  const waiting = new Promise(resolve => (happen = resolve));
  const started = start(happen);
  waiting.wake = () => happen(stop(started, happen));
  return waiting;
};

export const wake = waiting => waiting.wake();

/** In Node a timer would keep the process alive. With `endsOnline` it is over, with an event, when the network returns. */
export const sleep = (ms, endsOnline) =>
  event(
    happen => {
      /** @type {any} A number in browsers, an object in Node. */
      const timer = setTimeout(happen, ms);
      timer.unref?.();
      if (endsOnline) globalThis.addEventListener?.('online', happen);
      return timer;
    },
    (timer, happen) => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', happen);
    },
  );

export const aborted = signal =>
  event(
    happen => (signal.aborted ? happen() : signal.addEventListener('abort', happen)),
    (_, happen) => signal.removeEventListener('abort', happen),
  );
