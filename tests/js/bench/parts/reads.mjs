// What reading a property takes, the first time and later.
import { ask } from '../lib/browser.mjs';
import { rounds } from '../lib/rounds.mjs';
import { CLERK_JS, SLIM } from '../lib/sides.mjs';

const SIDES = [CLERK_JS, SLIM];
/** `of` gives the objects whose property is read, out of `clerk`. What `isNew` at each reading has no aim. */
const READS = [
  { what: 'client.sessions', sessions: 1, of: '[clerk.client]', read: 'object.sessions' },
  { what: 'client.sessions of 100', sessions: 100, of: '[clerk.client]', read: 'object.sessions' },
  {
    what: 'client.signedInSessions of 1',
    sessions: 1,
    of: '[clerk.client]',
    read: 'object.signedInSessions',
    isNew: true,
  },
  {
    what: 'client.signedInSessions of 100',
    sessions: 100,
    of: '[clerk.client]',
    read: 'object.signedInSessions',
    isNew: true,
  },
  { what: 'clerk.session', sessions: 1, of: '[clerk]', read: 'object.session' },
  { what: 'session.id', sessions: 100, of: 'clerk.client.sessions', read: 'object.id' },
  { what: 'session.expireAt', sessions: 100, of: 'clerk.client.sessions', read: 'object.expireAt' },
  { what: 'session.user.fullName', sessions: 100, of: 'clerk.client.sessions', read: 'object.user.fullName' },
];
const AIM_NS = 25;
const first = what => `${what}, first`;
const later = what => `${what}, later`;
const FIRST_READS = 60;
const LATER_READS = 200_000;

/** Runs in the page. Nanoseconds for one reading of each: `[{ first, later }]`. */
async function readings({ reads, firstReads, laterReads }) {
  const { clerk } = globalThis;
  const { fetch } = globalThis;
  let texts = [];
  let turn = 0;
  globalThis.fetch = async () =>
    new Response(texts[turn++ % texts.length], { headers: { 'content-type': 'application/json' } });
  const get = async (sessions, later) => (await fetch(`/client?sessions=${sessions}&later=${later}`)).text();
  let sink;

  async function first(objects, once) {
    let total = 0;
    let counted = 0;
    for (let time = 0; time < firstReads; time++) {
      await clerk.client.reload();
      const fresh = objects(clerk);
      const start = performance.now();
      sink = once(fresh);
      const taken = performance.now() - start;
      // The compiler needs the first few for itself.
      if (time < firstReads / 4) continue;
      total += taken;
      counted += fresh.length;
    }
    return (total / counted) * 1e6;
  }

  function later(object, often) {
    const batch = times => {
      const start = performance.now();
      sink = often(object, times);
      return performance.now() - start;
    };
    let times = laterReads;
    batch(times / 2);
    // As many as take 20 ms or more, where the clock's grain is no matter.
    let taken = batch(times);
    while (taken < 20) taken = batch((times *= 4));
    return (taken / times) * 1e6;
  }

  const measured = [];
  for (const { sessions, of, read } of reads) {
    texts = [await get(sessions, 0), await get(sessions, 60)];
    // Functions of its own for each property, so that none is slowed down by what another has taught the compiler.
    const objects = new Function('clerk', `return ${of}`);
    const once = new Function('objects', `let sink; for (const object of objects) sink = ${read}; return sink;`);
    const often = new Function(
      'object',
      'times',
      `let sink; for (let time = 0; time < times; time++) sink = ${read}; return sink;`,
    );
    measured.push({ first: await first(objects, once), later: later(objects(clerk)[0], often) });
    if (sink === undefined || sink === null) throw new Error(`${read} gave ${sink}`);
  }
  return measured;
}

export const reads = {
  name: 'reads',
  title: 'Reading a property',

  async measure(bench) {
    bench.say('first and later');
    const asked = { reads: READS, firstReads: FIRST_READS, laterReads: LATER_READS };
    const samples = await rounds(bench, SIDES, async side => {
      const measured = await ask(bench, side, {}, readings, asked);
      return Object.fromEntries(
        READS.flatMap(({ what }, at) => [
          [first(what), measured[at].first],
          [later(what), measured[at].later],
        ]),
      );
    });
    const rows = READS.flatMap(({ what }) =>
      [first(what), later(what)].flatMap(name =>
        SIDES.map(side => ({ what: name, side, unit: 'ns', samples: samples[side][name] })),
      ),
    );
    return rows;
  },

  comparisons: READS.map(({ what, isNew }) => ({
    what: later(what),
    side: SLIM,
    ...(!isNew && { aim: { value: AIM_NS } }),
  })),
};
