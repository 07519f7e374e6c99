// A server that sends anything: no trap, no call that hangs, no state that is lost.

import { expect, test, vi } from 'vitest';
import { generator } from '../lib/random.mjs';
import { LIVE } from './lib/fapi.mjs';
import { hostileAnswer } from './lib/hostile-payloads.mjs';
import { bodyFor, readAll } from './lib/payloads.mjs';
import { shown } from './lib/stack.mjs';

const COUNT = process.env.THOROUGH ? 1_000_000 : 5_000;
/** The same each time, so that a failure is one of the change at hand; `SEED` plays another. */
const SEED = Number(process.env.SEED ?? 20_261_130);
const HANGS_MS = 20_000;
const FAST = 10_000;
/** Each so many payloads a good answer has to bring back all that there was. */
const BETWEEN = 100;
/** Reading all of it takes longer than the call. */
const READ_EVERY = 4;

const { Clerk, stack } = await shown();
const bottom = stack();

/** The next request is answered so; those after it well. */
let next;
const fetchOnce = async url => {
  const { status = 200, body = bodyFor(url) } = next ?? {};
  next = undefined;
  return { status, json: async () => body };
};

const { setTimeout: wait } = globalThis;

async function outcomeOf(act) {
  let timer;
  const hangs = new Promise(resolve => (timer = wait(resolve, HANGS_MS, { hangs: true })));
  const settled = (async () => act())().then(
    () => ({ resolved: true }),
    reason => ({ reason }),
  );
  const outcome = await Promise.race([settled, hangs]);
  clearTimeout(timer);
  return outcome;
}

/** What was answered, as far as that can be written down. */
function text(body) {
  try {
    return JSON.stringify(body)?.slice(0, 2000);
  } catch (thrown) {
    return `a body of ${Object.keys(body)}: ${thrown}`;
  }
}

const bringsClient = body => Array.isArray(body?.client?.sessions) || Array.isArray(body?.response?.sessions);
const state = ({ client, session, user }) => [client.sessions.length, session?.id, user?.id];

const isSame = (now, before) => now.every((value, place) => typeof value === 'object' || value === before[place]);

async function bringBack(clerk) {
  next = undefined;
  await clerk.client.reload();
  if (!clerk.session) await clerk.setActive({ session: 'sess_1' });
  return [...state(clerk), clerk.user.firstName];
}

test(`${COUNT} hostile payloads, by the seed ${SEED}`, { timeout: COUNT * 5 + 60_000 }, async () => {
  vi.stubGlobal('fetch', fetchOnce);
  // Who waits before another try waits for next to nothing.
  vi.stubGlobal('setTimeout', (act, ms) => wait(act, ms / FAST));
  const random = generator(SEED);
  const clerk = new Clerk(LIVE);
  await clerk.load({ standardBrowser: false, polling: false });
  let rejected = 0;
  for (let number = 0; number < COUNT; number++) {
    const { act, status, body } = hostileAnswer(random);
    const before = state(clerk);
    next = { status, body };
    const { hangs, reason } = await outcomeOf(() => act(clerk));
    const told = () => `payload ${number}, ${act}: ${text(body)}`;
    if (hangs) expect.fail(`it hangs: ${told()}`);
    if (reason) {
      rejected++;
      if (!(reason instanceof Error) || reason instanceof WebAssembly.RuntimeError) expect(reason, told()).toBeNull();
      // What comes along with a failure counts; where nothing does, nothing has changed.
      if (!bringsClient(body) && !isSame(state(clerk), before)) expect(state(clerk), told()).toEqual(before);
    }
    try {
      if (number % READ_EVERY === 0) readAll(clerk);
    } catch (thrown) {
      expect(thrown, told()).toBeNull();
    }
    if (stack() !== bottom) expect(stack(), told()).toBe(bottom);
    if (!clerk.session || number % BETWEEN === 0) {
      expect(await bringBack(clerk), told()).toEqual([1, 'sess_1', 'user_1', 'Ada']);
    }
  }
  console.log(`${COUNT} payloads, ${rejected} rejected`);
  expect(rejected).toBeGreaterThan(COUNT / 20);
  expect(rejected).toBeLessThan(COUNT * 0.9);
});
