/** Resolves after `ms`, or when its `wake` is called. In Node a timer would keep the process alive. */
export const sleep = ms => {
  let wake;
  const slept = new Promise(resolve => (wake = resolve));
  const timer = setTimeout(wake, ms);
  timer.unref?.();
  slept.wake = () => wake(clearTimeout(timer));
  return slept;
};
export const wake = slept => slept.wake();
