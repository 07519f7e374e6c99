// Memory after load: what the page says of itself, with WebAssembly's memory, which the page's own count leaves out.
import { visitor } from '../lib/browser.mjs';
import { processMemory } from '../lib/process-memory.mjs';
import { sessionsOf } from '../lib/report.mjs';
import { rounds } from '../lib/rounds.mjs';
import { CLERK_JS, FLOOR, INLINED, SLIM } from '../lib/sides.mjs';
import { above } from '../lib/statistics.mjs';

const SIDES = [CLERK_JS, SLIM, INLINED, FLOOR];
const SIZES = [1, 1_000];
/** Of the parsed JSON alone, which is the floor's page. */
const AIM = 1.1;

/** Runs in the page before its scripts: keeps hold of the memory of each WebAssembly instance. */
function keepWasmMemories() {
  globalThis.wasmMemories = [];
  const keep = made => {
    const { exports } = made.instance ?? made;
    globalThis.wasmMemories.push(...Object.values(exports).filter(value => value instanceof WebAssembly.Memory));
    return made;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => keep(await original.apply(WebAssembly, given));
  }
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...given) {
    return keep(new Instance(...given));
  };
}

/** Runs in the page. */
async function pageMemory() {
  const { bytes } = await performance.measureUserAgentSpecificMemory();
  return bytes + globalThis.wasmMemories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}

/** Runs in the page. */
function readEachSession() {
  const { sessions } = globalThis.clerk.client;
  return sessions.filter(({ id, user }) => id && user.id).length;
}

/** `side` undefined is the blank page. */
async function memory({ browser, server }, side, sessions) {
  const guest = await visitor(browser, server.url);
  try {
    await guest.page.addInitScript(keepWasmMemories);
    if (side) await guest.open(side, { sessions });
    else await guest.page.reload();
    for (let time = 0; time < 3; time++) await guest.cdp.send('HeapProfiler.collectGarbage');
    const own = await processMemory(browser, guest.page);
    const page = await guest.page.evaluate(pageMemory);
    const read = side ? await guest.page.evaluate(readEachSession) : 0;
    if (side && read !== sessions) throw new Error(`${side} has ${read} sessions instead of ${sessions}`);
    const all = await guest.page.evaluate(pageMemory);
    const wasm = await guest.page.evaluate(() => globalThis.wasmMemories.length);
    if (wasm !== (side === SLIM || side === INLINED ? 1 : 0))
      throw new Error(`${side ?? 'blank'} has ${wasm} WebAssembly memories`);
    return { page, all, ...(own !== undefined && { own }) };
  } finally {
    await guest.close();
  }
}

const BLANK = 'blank page';
const aboveBlank = (what, sessions) => `${sessionsOf(sessions)}, ${what} above a blank one`;
const kibibytes = samples => samples.map(bytes => bytes / 1024);

export const memories = {
  name: 'memory',
  title: 'Memory after load',

  async measure(bench) {
    const rows = [];
    for (const sessions of SIZES) {
      bench.say(sessionsOf(sessions));
      const measured = await rounds(bench, [...SIDES, BLANK], side =>
        memory(bench, side === BLANK ? undefined : side, sessions),
      );
      for (const [key, what] of [
        ['page', 'the page'],
        ['all', 'the page, all sessions read,'],
        ['own', 'its process'],
      ]) {
        if (!measured[BLANK][key]) continue;
        const blank = measured[BLANK][key];
        const add = (side, samples) =>
          rows.push({ what: aboveBlank(what, sessions), side, unit: 'KiB', samples: kibibytes(samples) });
        for (const side of SIDES) add(side, above(measured[side][key], blank));
        add(`(${BLANK})`, blank);
      }
    }
    return rows;
  },

  comparisons: SIZES.flatMap(sessions => [
    { what: aboveBlank('the page', sessions), side: SLIM, ...(sessions > 1 && { aim: { of: FLOOR, times: AIM } }) },
    { what: aboveBlank('the page, all sessions read,', sessions), side: SLIM },
    { what: aboveBlank('its process', sessions), side: SLIM },
  ]),
};
