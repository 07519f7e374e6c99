// A page is hostile ground: each interface of the browser that the package touches is absent, throws or gives nonsense, one after the
// other, and in pairs by chance. Every call settles, no error is left to the page, and what does not need that interface works.

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../consumers/lib/server.mjs';
import { startEmulator } from '../differential/lib/emulator.mjs';
import { launch } from '../e2e/lib/browser.mjs';
import { generator } from '../lib/random.mjs';
import { LIVE } from './lib/fapi.mjs';
import { everythingNeeds, needs, rows, spoil, visit } from './lib/hostile-page.mjs';

const KEYS = { production: LIVE, development: `pk_test_${btoa('clerk-emulator.accounts.dev$')}` };
/** What takes longer hangs: a start without a network is given up after 7 s, and a machine may be slow. */
const STEP_MS = 20_000;
const PAGE_MS = 90_000;
/** The same pairs in every run, so that a change is to blame for what fails; others with `--thorough`, or by `SEED`. */
const SEED = Number(process.env.SEED) || (process.env.THOROUGH ? Math.floor(Math.random() * 2 ** 31) : 20_261_130);
const PAIRS = process.env.THOROUGH ? 96 : 24;
const ada = { email_address: 'ada@example.com', password: 'correct-horse-battery', first_name: 'Ada' };

const TYPES = { js: 'text/javascript', wasm: 'application/wasm', html: 'text/html; charset=utf-8' };
const home = import.meta.resolve('clerk-wasm');

/** The main entry asks for nothing more than its file, so it does not matter to it what becomes of `fetch` and `URL`. */
const page = (key, spoiled, emulator) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>hostile</title><link rel="icon" href="data:,">
<script>(${spoil})(${JSON.stringify(spoiled)})</script>
<script type="module">
  const given = ${JSON.stringify({ key: KEYS[key], emulator, person: ada, limit: STEP_MS })};
  const visit = ${visit};
  try {
    const { Clerk } = await import('/clerk/index.js');
    await visit({ Clerk, ...given });
  } catch (error) {
    window.real.log('visited ' + JSON.stringify({ ends: { import: String(error) }, seen: {} }));
  }
</script></head><body></body></html>`;

let browser, emulator, site;

beforeAll(async () => {
  [browser, emulator] = await Promise.all([launch(), startEmulator(process.env.EMULATOR)]);
  await emulator.control('POST seed', { users: [ada] });
  site = await serve(async ({ url }) => {
    const { pathname, searchParams } = new URL(url, home);
    const [, folder, name] = pathname.split('/');
    if (folder === 'clerk') {
      const headers = { 'content-type': TYPES[name.split('.').at(-1)], 'cache-control': 'max-age=600' };
      return { status: 200, headers, body: await readFile(new URL(name, home)) };
    }
    const body = page(searchParams.get('key'), JSON.parse(searchParams.get('spoiled')), emulator.url);
    return { status: 200, headers: { 'content-type': TYPES.html }, body };
  });
}, PAGE_MS);
afterAll(() => Promise.all([browser?.close(), emulator?.stop(), site?.close()]));

/** Tabs of browsers of their own, which are used again: a new one costs more than a visit. */
const idle = [];
async function newTab() {
  const context = await browser.newContext();
  return { context, tab: await context.newPage() };
}

/** Visits a page that is spoiled as these rows say: how each step has ended, what was there, and what the page complains of. */
async function visited(key, spoiled) {
  const one = idle.pop() ?? (await newTab());
  const { context, tab } = one;
  await context.clearCookies();
  const errors = [];
  const complain = error => errors.push(String(error));
  tab.on('pageerror', complain);
  let hear;
  const said = new Promise(resolve => {
    hear = message => {
      const text = message.text();
      if (text.startsWith('visited ')) resolve(JSON.parse(text.slice('visited '.length)));
    };
  });
  tab.on('console', hear);
  await tab.goto(`${site.url}/?${new URLSearchParams({ key, spoiled: JSON.stringify(spoiled) })}`);
  const visit = await said;
  tab.off('pageerror', complain).off('console', hear);
  idle.push(one);
  return { ...visit, errors };
}

/** What there is on a page whose every call has done its work. */
const WHOLE = { token: 3, other: 3, status: 200, user: ['ready', 'Ada', 'L'], left: [null, null] };

/** That nothing hangs or is left to the page, and that what does not need any of these interfaces works. */
async function expectToWork(key, spoiled) {
  const { ends, seen, errors } = await visited(key, spoiled);
  const what = `${JSON.stringify(spoiled)} ${JSON.stringify(ends)}`;
  expect(errors, what).toEqual([]);
  expect(Object.values(ends), what).not.toContain('late');
  if (spoiled.some(({ api }) => everythingNeeds.test(api))) return;
  const needed = spoiled.flatMap(({ api }) => needs[api] ?? []);
  const failed = Object.keys(ends).filter(step => ends[step] !== 'done' && !needed.includes(step));
  expect(failed, what).toEqual([]);
  const { heard, ...others } = seen;
  expect(heard).toBeGreaterThan(3);
  expect(others).toEqual(needed.includes('request') && !('status' in others) ? { ...WHOLE, status: undefined } : WHOLE);
}

const KINDS = Object.keys(KEYS);
/** Both kinds of instance where it matters: what a development instance does more, it does by cookies, the URL and the page's history. */
const isForBoth = api =>
  /^(document\.cookie|URL|URLSearchParams|history|localStorage|crypto|addEventListener)$/u.test(api);
const table = rows.flatMap((row, index) => {
  const keys = isForBoth(row.api) ? KINDS : [KINDS[(index + (index >> 2)) % 2]];
  return keys.map(key => ({ ...row, key }));
});

describe('one at a time', () => {
  test.concurrent.for(table)('$key: $api $way', { timeout: PAGE_MS }, ({ key, ...row }) => expectToWork(key, [row]));
});

/** What is tried again waits, and where there are no timers it would wait forever. */
const RUINS = ['fetch', 'Response.prototype.json', 'AbortController.prototype.signal'];
describe('no timers, and requests that fail', () => {
  const of = name => rows.filter(({ api }) => api === name);
  const pairs = of('setTimeout').flatMap((one, index) => RUINS.map(ruin => ({ one, other: of(ruin)[index] })));
  test.concurrent.for(pairs)('$one.way setTimeout, $other.way $other.api', { timeout: PAGE_MS }, ({ one, other }) =>
    expectToWork('production', [one, other]),
  );
});

describe(`in pairs by chance (SEED=${SEED})`, () => {
  const { pick } = generator(SEED);
  const pairs = Array.from({ length: PAIRS }, () => ({ key: pick(KINDS), one: pick(rows), other: pick(rows) }));
  // One of the two may be on what the other is: `navigator` and `navigator.locks`.
  const isApart = ({ one, other }) => !one.api.startsWith(other.api) && !other.api.startsWith(one.api);
  test.concurrent.for(pairs.filter(isApart))(
    '$key: $one.api $one.way, $other.api $other.way',
    { timeout: PAGE_MS },
    ({ key, one, other }) => expectToWork(key, [one, other]),
  );
});
