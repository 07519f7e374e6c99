// Thousands of overlapping calls in random order on one Clerk object, and what became of them. Runs in Node and in a page.

// Before the others: the package starts when it is imported, and its memory is seen only when it is watched from then on.
import './wasm-memory.mjs';

import { generator } from '../../../lib/random.mjs';
import { loaded } from '../fapi.mjs';
import { api } from './api.mjs';
import { calls, unknown } from './calls.mjs';
import { memoryBytes } from './wasm-memory.mjs';

/** Calls begin at random within this time, in ms. */
const BEGINNING_MS = 500;
/** When none of the calls has settled for so long, in ms, the rest never will: no wait is as long. */
const STALLED_MS = 5000;
const NEVER = /borrow|null pointer|unreachable|memory access|recursive|out of bounds/iu;

const { setTimeout: realTimeout } = globalThis;
const wait = ms => new Promise(resolve => realTimeout(resolve, ms));

/** Loads a Clerk object; what waits for seconds waits for milliseconds from here on. */
export async function open(seed, options) {
  globalThis.setTimeout = (act, ms = 0) => realTimeout(act, ms / 1000);
  const random = generator(seed);
  const { first, answers, faulty } = api(random, wait);
  const { clerk, requests } = await loaded(first, answers, options);
  globalThis.fetch = faulty(globalThis.fetch);
  clerk.addListener(({ client }) => void client.signedInSessions.map(({ user }) => user?.fullName));
  const list = calls(clerk, random);
  const pending = new Set();
  /** `odd` are errors that no caller should ever see, `called` is how often each method was. */
  const outcomes = { settled: 0, resolved: 0, rejected: 0, odd: [], called: {}, unknown: unknown(clerk) };

  async function one() {
    await wait(random.next() * BEGINNING_MS);
    const call = { ...random.pick(list) };
    outcomes.called[call.name] = (outcomes.called[call.name] ?? 0) + 1;
    pending.add(call);
    try {
      await call.make();
      outcomes.resolved += 1;
    } catch (error) {
      outcomes.rejected += 1;
      if (!(error instanceof Error) || NEVER.test(error.message)) outcomes.odd.push(`${call.name}: ${error}`);
    }
    pending.delete(call);
    outcomes.settled += 1;
  }

  return {
    memoryBytes,
    /** A round; it ends when all have settled, or none does any more. */
    async make(count) {
      const all = Promise.all(Array.from({ length: count }, one)).then(() => true);
      let settled;
      while (settled !== outcomes.settled) {
        settled = outcomes.settled;
        if (await Promise.race([all, wait(STALLED_MS)])) return;
      }
    },
    /** Lets what is still under way end, and forgets what this load itself keeps. */
    async quiet() {
      await wait(300);
      requests.length = 0;
    },
    /** What became of the calls; `pending` are those that have not settled. */
    told: () => ({ ...outcomes, pending: [...pending].map(({ name }) => name) }),
  };
}
