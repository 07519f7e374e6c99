// Calls of getToken() that the cache answers, one awaited after the other.
import { ask } from '../lib/browser.mjs';
import { rounds } from '../lib/rounds.mjs';
import { CLERK_JS, SLIM } from '../lib/sides.mjs';

const SIDES = [CLERK_JS, SLIM];
const KINDS = [
  { what: 'cached getToken(), with cookies', standardBrowser: true },
  { what: 'cached getToken(), standardBrowser: false', standardBrowser: false },
];
const DURATION_MS = 500;

/** Runs in the page. */
async function callsPerSecond(duration) {
  const { session } = globalThis.clerk;
  const token = await session.getToken();
  if (token?.split('.').length !== 3) throw new Error('there is no token');
  // Whoever asks the network has no cached token, and would be measured for something else.
  let asked = 0;
  const { fetch } = globalThis;
  globalThis.fetch = (...call) => {
    asked++;
    return fetch(...call);
  };
  const run = async milliseconds => {
    let calls = 0;
    const start = performance.now();
    let now = start;
    while (now - start < milliseconds) {
      for (let call = 0; call < 50; call++) await session.getToken();
      calls += 50;
      now = performance.now();
    }
    return (calls / (now - start)) * 1000;
  };
  await run(duration / 2);
  const calls = await run(duration);
  if (asked > 0) throw new Error(`getToken() asked the network ${asked} times`);
  return { calls };
}

export const getTokens = {
  name: 'get-token',
  title: 'Cached getToken(), calls per second',

  async measure(bench) {
    const rows = [];
    for (const { what, standardBrowser } of KINDS) {
      bench.say(what);
      const samples = await rounds(bench, SIDES, side =>
        ask(bench, side, { standardBrowser }, callsPerSecond, DURATION_MS),
      );
      for (const side of SIDES) rows.push({ what, side, unit: 'calls/s', samples: samples[side].calls });
    }
    return rows;
  },

  comparisons: [
    { what: KINDS[0].what, side: SLIM, aim: { of: CLERK_JS, times: 100 } },
    { what: KINDS[1].what, side: SLIM },
  ],
};
