// Calls that wait before they try again, in no time.

import { vi } from 'vitest';

/** The outcomes of the calls that `begin` gives, as `Promise.allSettled` tells them; their timers go off at once. */
export async function soon(begin) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let outcomes;
    Promise.allSettled(begin()).then(settled => (outcomes = settled));
    while (!outcomes) await vi.advanceTimersByTimeAsync(10_000);
    return outcomes;
  } finally {
    vi.useRealTimers();
  }
}
