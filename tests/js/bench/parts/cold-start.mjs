// From the navigation to `clerk.client`, signed in with one session: the first visit, a visit on a slow phone, a later visit.
import { SLOW_4G, visitor, wire } from '../lib/browser.mjs';
import { CLERK_JS, FLOOR, INLINED, SLIM } from '../lib/sides.mjs';
import { above, rounds } from '../lib/statistics.mjs';

const SIDES = [CLERK_JS, SLIM, INLINED, FLOOR];
const CONDITIONS = [
  { name: 'localhost, no cache', earlierVisits: 0 },
  { name: 'slow 4G, CPU x4, no cache', earlierVisits: 0, network: SLOW_4G, slowdown: 4 },
  // V8 keeps a script's code from the second visit in 72 hours on, and uses it from the next.
  { name: 'localhost, warm cache', earlierVisits: 3 },
];
const SLOW = CONDITIONS[1].name;
const PLAIN = CONDITIONS[0].name;
/** Of clerk-js's time above the floor, on slow 4G. */
const AIM = 1 / 3;

async function coldStart({ browser, server }, side, { network, slowdown, earlierVisits }) {
  const guest = await visitor(browser, server.url, { network, slowdown });
  try {
    for (let visit = 0; visit < earlierVisits; visit++) await guest.open(side);
    const log = wire(guest.cdp);
    const { milliseconds, sessions } = await guest.open(side);
    if (sessions !== 1) throw new Error(`${side} has loaded ${sessions} sessions instead of one`);
    const assets = log.received().filter(({ url }) => url.includes('/assets/'));
    return { milliseconds, bytes: assets.reduce((sum, { bytes }) => sum + bytes, 0) };
  } finally {
    await guest.close();
  }
}

export const coldStarts = {
  name: 'cold-start',
  title: 'Cold start to clerk.client, one session',

  async measure(bench) {
    const rows = [];
    for (const condition of CONDITIONS) {
      bench.say(condition.name);
      // The server compresses what it was never asked for, and this is not to be in anybody's time.
      for (const side of SIDES) await coldStart(bench, side, { ...condition, earlierVisits: 0 });
      const samples = await rounds(bench.rounds, SIDES, (side) => coldStart(bench, side, condition));
      const floor = samples[FLOOR].milliseconds;
      for (const side of SIDES) {
        const { milliseconds, bytes } = samples[side];
        rows.push({ what: condition.name, side, unit: 'ms', samples: milliseconds });
        if (side !== FLOOR) rows.push({ what: `${condition.name}, above the floor`, side, unit: 'ms', samples: above(milliseconds, floor) });
        if (side !== FLOOR && condition.name === PLAIN) rows.push({ what: 'package over the wire', side, unit: 'bytes', samples: bytes });
      }
    }
    return rows;
  },

  comparisons: [
    ...[SLIM, INLINED].map((side) => ({ what: `${SLOW}, above the floor`, side, aim: { of: CLERK_JS, times: AIM } })),
    ...[SLIM, INLINED].map((side) => ({ what: `${PLAIN}, above the floor`, side })),
    ...[SLIM, INLINED].map((side) => ({ what: 'localhost, warm cache, above the floor', side })),
    ...[SLIM, INLINED].map((side) => ({ what: 'package over the wire', side })),
  ],
};
