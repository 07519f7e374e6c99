// Calls that wait before they try again, in next to no time.

/** The outcomes of the calls that `begin` gives, as `Promise.allSettled` tells them; each wait is so many times shorter. */
export async function soon(begin, times = 1000) {
  const { setTimeout: wait } = globalThis;
  globalThis.setTimeout = (act, ms) => wait(act, ms / times);
  try {
    return await Promise.allSettled(begin());
  } finally {
    globalThis.setTimeout = wait;
  }
}
