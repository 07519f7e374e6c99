// From the navigation to `clerk.client`, signed in with one session: the first visit, a visit on a slow phone, a later visit.
import { SLOW_4G, visitor, wire } from '../lib/browser.mjs';
import { rounds } from '../lib/rounds.mjs';
import { CLERK_JS, FLOOR, INLINED, SLIM } from '../lib/sides.mjs';
import { above, median } from '../lib/statistics.mjs';

const PACKAGES = [CLERK_JS, SLIM, INLINED];
const SIDES = [...PACKAGES, FLOOR];
const CONDITIONS = [
  { name: 'localhost, no cache', earlierVisits: 0, visits: 3 },
  { name: 'slow 4G, CPU x4, no cache', earlierVisits: 0, visits: 1, network: SLOW_4G, slowdown: 4 },
  {
    name: 'slow 4G, CPU x4, no cache, preload hints',
    earlierVisits: 0,
    visits: 1,
    network: SLOW_4G,
    slowdown: 4,
    hinted: 'preload',
  },
  {
    name: 'slow 4G, CPU x4, no cache, clerk-wasm/early',
    earlierVisits: 0,
    visits: 1,
    network: SLOW_4G,
    slowdown: 4,
    hinted: 'early',
  },
  // V8 keeps a script's code from the second visit in 72 hours on, and uses it from the next.
  { name: 'localhost, warm cache', earlierVisits: 3, visits: 3 },
];
const [PLAIN, SLOW, HINTED, EARLY, WARM] = CONDITIONS;
const aboveFloor = ({ name }) => `${name}, above the floor`;
const WIRE = 'package over the wire to start';
/** What every side asks the Frontend API for. Who asks for more or less is measured for something else. */
const CALLS = 'client,environment';
/** Of clerk-js's time above the floor, on slow 4G. */
const AIM = 1 / 3;

async function coldStart({ browser, server }, side, { network, slowdown, earlierVisits, hinted }) {
  const guest = await visitor(browser, server.url, { network, slowdown });
  try {
    for (let visit = 0; visit < earlierVisits; visit++) await guest.open(side, { hinted });
    const log = wire(guest.cdp);
    const milliseconds = await guest.open(side, { hinted });
    const sessions = await guest.page.evaluate(() => globalThis.clerk.client.sessions.length);
    if (sessions !== 1) throw new Error(`${side} has loaded ${sessions} sessions instead of one`);
    const calls = (await log.of('/api/'))
      .map(({ url }) => new URL(url).pathname.split('/v1/')[1])
      .sort()
      .join();
    if (calls !== CALLS) throw new Error(`${side} asked the API for ${calls} instead of ${CALLS}`);
    // The second part is loaded when the page is idle after its start: no start waits for it.
    const assets = await log.of('/assets/', 'second.js');
    return { milliseconds, bytes: assets.reduce((sum, { bytes }) => sum + bytes, 0) };
  } finally {
    await guest.close();
  }
}

/** The median of some visits: on localhost a visit is short, and a hiccup of the machine as long. */
async function coldStarts(bench, side, condition) {
  const seen = [];
  for (let visit = 0; visit < condition.visits; visit++) seen.push(await coldStart(bench, side, condition));
  return { milliseconds: median(seen.map(({ milliseconds }) => milliseconds)), bytes: seen[0].bytes };
}

export const starts = {
  name: 'cold-start',
  title: 'Cold start to clerk.client, one session',

  async measure(bench) {
    const rows = [];
    // The server compresses what it was never asked for, and this is not to be in anybody's time.
    for (const side of SIDES) await coldStart(bench, side, PLAIN);
    for (const condition of CONDITIONS) {
      bench.say(condition.name);
      const samples = await rounds(bench, SIDES, side => coldStarts(bench, side, condition));
      const floor = samples[FLOOR].milliseconds;
      const add = (what, side, unit, values) => rows.push({ what, side, unit, samples: values });
      for (const side of SIDES) add(condition.name, side, 'ms', samples[side].milliseconds);
      for (const side of PACKAGES) add(aboveFloor(condition), side, 'ms', above(samples[side].milliseconds, floor));
      if (condition !== PLAIN) continue;
      for (const side of PACKAGES) add(WIRE, side, 'bytes', samples[side].bytes);
    }
    return rows;
  },

  comparisons: [
    { what: aboveFloor(SLOW), side: SLIM, aim: { of: CLERK_JS, times: AIM } },
    { what: aboveFloor(SLOW), side: INLINED },
    ...[aboveFloor(HINTED), aboveFloor(EARLY), aboveFloor(PLAIN), aboveFloor(WARM), WIRE].flatMap(what =>
      [SLIM, INLINED].map(side => ({ what, side })),
    ),
  ],
};
