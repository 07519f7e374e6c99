// Promises that are resolved by an event, or by their `wake`, which takes the timer or the listener away.

const event = (start, stop) => {
  let happen;
  const waiting = new Promise(resolve => (happen = resolve));
  const started = start(happen);
  waiting.wake = () => happen(stop(started, happen));
  return waiting;
};

export const wake = waiting => waiting.wake();

/** In Node a timer would keep the process alive. */
export const sleep = ms =>
  event(happen => {
    const timer = setTimeout(happen, ms);
    timer.unref?.();
    return timer;
  }, clearTimeout);

export const aborted = signal =>
  event(
    happen => (signal.aborted ? happen() : signal.addEventListener('abort', happen)),
    (_, happen) => signal.removeEventListener('abort', happen),
  );
