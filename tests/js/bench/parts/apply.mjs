// A client that arrives again: `client.reload()` on an answer that lies in the page's memory, beside JSON.parse of that answer.
import { ask } from '../lib/browser.mjs';
import { sessionsOf } from '../lib/report.mjs';
import { rounds } from '../lib/rounds.mjs';
import { CLERK_JS, FLOOR, SLIM } from '../lib/sides.mjs';

const SIDES = [CLERK_JS, SLIM, FLOOR];
/** How many sessions, and how often in each batch. */
const SIZES = [
  [1, 100],
  [10, 30],
  [100, 8],
  [1_000, 2],
];
const BATCHES = 5;
/** Of JSON.parse. */
const AIM = 1.2;
/** Of clerk-js's time, where all of many sessions are read: their objects are made then, which it makes when they arrive. */
const READ_AIM = 0.65;

/**
 * Runs in the page. Milliseconds for one time of each. A batch's mean holds what collecting its garbage takes; the median of
 * the batches leaves out the one in which the machine did something else.
 */
async function applied({ sessions, times, batches }) {
  const { client } = globalThis.clerk;
  // Two answers in turn, whose times and tokens differ: a client that comes again is seldom the same to the letter.
  const get = async later => (await fetch(`/client?sessions=${sessions}&later=${later}`)).text();
  const texts = [await get(0), await get(60)];
  let turn = 0;
  const next = () => texts[turn++ % 2];
  globalThis.fetch = async () => new Response(next(), { headers: { 'content-type': 'application/json' } });

  // A message comes after all microtasks.
  const { port1, port2 } = new MessageChannel();
  const settled = () =>
    new Promise(resolve => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  const batch = async work => {
    globalThis.gc();
    let total = 0;
    for (let time = 0; time < times; time++) {
      const start = performance.now();
      await work();
      await settled();
      total += performance.now() - start;
    }
    return total / times;
  };

  const kinds = {
    nothing: () => undefined,
    text: async () => (await fetch()).text(),
    json: async () => (await fetch()).json(),
    parse: () => JSON.parse(next()),
  };
  if (client.reload) {
    kinds.whole = () => client.reload();
    kinds.read = async () => {
      await client.reload();
      return client.sessions.map(({ user }) => user.fullName);
    };
  }
  const taken = {};
  // The first batch of each is for the compiler.
  for (let round = 0; round <= batches; round++) {
    for (const [kind, work] of Object.entries(kinds)) {
      const mean = await batch(work);
      if (round > 0) (taken[kind] ??= []).push(mean);
    }
  }
  const median = kind => taken[kind].sort((one, other) => one - other)[batches >> 1];
  // JSON.parse has nothing to wait for, so what the waiting takes is taken off again.
  const measured = { json: median('json'), parse: median('parse') - median('nothing') };
  if (!client.reload) return measured;
  if (client.sessions.length !== sessions) throw new Error(`${client.sessions.length} sessions instead of ${sessions}`);
  const whole = median('whole');
  return { ...measured, whole, read: median('read'), times: (whole - median('text')) / measured.parse };
}

const READ = 'and reading user.fullName of each';
const TIMES = 'without fetch and text(), in JSON.parses';

export const applies = {
  name: 'apply',
  title: 'Applying a client: client.reload() until its microtasks are done',

  async measure(bench) {
    const rows = [];
    for (const [sessions, times] of SIZES) {
      bench.say(sessionsOf(sessions));
      const samples = await rounds(bench, SIDES, side =>
        ask(bench, side, {}, applied, { sessions, times, batches: BATCHES }),
      );
      const add = (what, side, key, unit = 'ms') =>
        rows.push({ what: `${sessionsOf(sessions)}, ${what}`, side, unit, samples: samples[side][key] });
      for (const side of [CLERK_JS, SLIM]) add('whole call', side, 'whole');
      add('whole call', FLOOR, 'json');
      for (const side of [CLERK_JS, SLIM]) add(TIMES, side, 'times', 'x');
      for (const side of [CLERK_JS, SLIM]) add(READ, side, 'read');
      add('JSON.parse', FLOOR, 'parse');
    }
    return rows;
  },

  comparisons: [
    { what: `${sessionsOf(1_000)}, ${TIMES}`, side: SLIM, aim: { value: AIM } },
    ...SIZES.flatMap(([sessions]) => [
      { what: `${sessionsOf(sessions)}, whole call`, side: SLIM, aim: { of: CLERK_JS, times: 1 } },
      {
        what: `${sessionsOf(sessions)}, ${READ}`,
        side: SLIM,
        aim: { of: CLERK_JS, times: sessions === 1_000 ? READ_AIM : 1 },
      },
    ]),
  ],
};
