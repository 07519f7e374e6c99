// A page whose second part is not there, not yet, or of another build: what it shows and answers at once is the same, what makes requests
// says so, and all of it works as soon as the part comes.

import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve } from '../consumers/lib/server.mjs';
import { startEmulator } from '../differential/lib/emulator.mjs';
import { launch } from '../e2e/lib/browser.mjs';
import { LIVE } from './lib/fapi.mjs';
import { surfaceTools } from './lib/surface.mjs';

const LIMIT_MS = 60_000;
const UNAVAILABLE = 'second_part_unavailable';
const KEYS = { production: LIVE, development: `pk_test_${btoa('clerk-emulator.accounts.dev$')}` };
const IMPORTS = {
  '.': `import { Clerk } from '/clerk/index.js';`,
  './slim': `import init, { Clerk } from '/clerk/slim.js'; await init();`,
};
const WORLDS = Object.keys(KEYS).flatMap(key => Object.keys(IMPORTS).map(entry => [key, entry]));

const ada = { email_address: 'ada@example.com', password: 'correct-horse-battery', first_name: 'Ada' };
const grace = { ...ada, email_address: 'grace@example.com', first_name: 'Grace' };

/** The documentation's example, with an address for the Frontend API. `?given` is what `load()` is given. */
const page = ({ key, entry }, emulator) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>two parts</title><link rel="icon" href="data:,"></head>
  <body>
    <script type="module">
      ${IMPORTS[entry]}
      const clerk = (window.clerk = new Clerk('${KEYS[key]}', { proxyUrl: '${emulator}' }));
      window.seen = [];
      clerk.addListener(({ user, session }) => seen.push([clerk.status, user?.firstName ?? null, session?.status ?? null]));
      const given = new URLSearchParams(location.search).get('given');
      window.loading = given ? clerk.load(JSON.parse(given)) : clerk.load();
      window.loading.catch(() => {});
    </script>
  </body>
</html>
`;

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript', wasm: 'application/wasm' };
const home = import.meta.resolve('clerk-wasm');
const fileOf = name => readFile(new URL(name, home));

let browser, emulator, site, context;

beforeAll(async () => {
  [browser, emulator] = await Promise.all([launch(), startEmulator(process.env.EMULATOR)]);
  site = await serve(async ({ url }) => {
    const { pathname, searchParams } = new URL(url, home);
    const [, folder, name] = pathname.split('/');
    if (folder === 'clerk')
      return { status: 200, headers: { 'content-type': TYPES[name.split('.').at(-1)] }, body: await fileOf(name) };
    const body = page({ key: searchParams.get('key'), entry: searchParams.get('entry') }, emulator.url);
    return { status: 200, headers: { 'content-type': TYPES.html }, body };
  });
}, LIMIT_MS);
afterAll(() => Promise.all([browser?.close(), emulator?.stop(), site?.close()]));

beforeEach(async () => {
  await emulator.control('POST reset');
  await emulator.control('POST seed', { users: [ada, grace] });
  context = await browser.newContext();
  await context.addInitScript(surfaceTools);
  await context.addInitScript({ content: askingInPage });
});
afterEach(() => context.close());

const address = (key, entry, given) =>
  `${site.url}/?${new URLSearchParams({ key, entry, ...(given && { given: JSON.stringify(given) }) })}`;

/** A page that is still to be opened, with a second part that a test can hold back: `part.blocked`, `part.gate`, `part.body`. */
async function newTab(blocked = true) {
  const tab = await context.newPage();
  const part = { blocked, asked: 0 };
  const errors = [];
  tab.on('pageerror', error => errors.push(String(error)));
  await tab.route('**/second.js*', async route => {
    part.asked++;
    if (part.blocked) return route.abort();
    await part.gate;
    return part.body ? route.fulfill({ contentType: TYPES.js, body: part.body }) : route.continue();
  });
  return { tab, part, errors };
}

/** Opens a page; gives how its `load()` has ended. */
async function open({ tab }, key, entry, given) {
  await tab.goto(address(key, entry, given));
  await tab.waitForFunction(() => !!window.loading);
  return tab.evaluate(() =>
    window.loading.then(
      () => 'loaded',
      error => ({ name: error.name, code: error.code, status: error.status }),
    ),
  );
}

/** A browser whose user is signed in, by an undisturbed visit that ended. */
async function signIn(key, entry, given) {
  const world = await newTab(false);
  await open(world, key, entry, given);
  await world.tab.evaluate(async ({ email_address: identifier, password }) => {
    const { clerk } = window;
    await clerk.client.signIn.create({ strategy: 'password', identifier, password });
    await clerk.setActive({ session: clerk.client.signIn.createdSessionId });
  }, ada);
  await world.tab.close();
  await emulator.control('DELETE requests');
}

const requests = async () =>
  (await emulator.control('GET requests'))
    .filter(({ method }) => method !== 'OPTIONS')
    .map(({ method, path }) => `${method} ${path}`);
const cookies = async () =>
  Object.fromEntries((await context.cookies()).map(({ name, value }) => [name, value]).sort());

/** Every page gets the client that the first one got, down to its token. */
async function sameClientForAll() {
  let first;
  await context.route(
    ({ pathname }) => pathname === '/v1/client',
    async route => {
      first ??= route.fetch();
      await route.fulfill({ response: await first });
    },
  );
}

/** A part that comes at the end of what nobody may see before. */
function gate() {
  let openGate;
  const closed = new Promise(resolve => (openGate = resolve));
  return [closed, openGate];
}

/** The calls that make requests, by name: functions of what `surface.objects()` gives. */
const asking = {
  'session.touch': ({ session }) => session.touch(),
  'session.__internal_touch': ({ session }) => session.__internal_touch(),
  'session.reload': ({ session }) => session.reload(),
  'session.getToken with skipCache': ({ session }) => session.getToken({ skipCache: true }),
  'session.getToken with a template': ({ session }) => session.getToken({ template: 'x' }),
  'session.startVerification': ({ session }) => session.startVerification({ level: 'first_factor' }),
  'session.end': ({ session }) => session.end(),
  'session.remove': ({ session }) => session.remove(),
  'client.reload': ({ client }) => client.reload(),
  'client.create': ({ client }) => client.create(),
  'client.removeSessions': ({ client }) => client.removeSessions(),
  'client.destroy': ({ client }) => client.destroy(),
  'client.__internal_sendCaptchaToken': ({ client }) => client.__internal_sendCaptchaToken({ captchaToken: 'x' }),
  'signIn.create': ({ signIn }) => signIn.create({ identifier: 'grace@example.com' }),
  'signIn.reload': ({ signIn }) => signIn.reload(),
  'signIn.prepareFirstFactor': ({ signIn }) => signIn.prepareFirstFactor({ strategy: 'email_code' }),
  'signIn.attemptFirstFactor': ({ signIn }) => signIn.attemptFirstFactor({ strategy: 'password', password: 'x' }),
  'signUp.create': ({ signUp }) => signUp.create({ emailAddress: 'bob@example.com' }),
  'signUp.upsert': ({ signUp }) => signUp.upsert({ emailAddress: 'bob@example.com' }),
  'signUp.update': ({ signUp }) => signUp.update({ firstName: 'Bob' }),
  'user.update': ({ user }) => user.update({ firstName: 'Bob' }),
  'user.reload': ({ user }) => user.reload(),
  'user.getSessions': ({ user }) => user.getSessions(),
  'clerk.setActive': ({ clerk, session }) => clerk.setActive({ session }),
  'clerk.signOut': ({ clerk }) => clerk.signOut(() => {}),
  'clerk.joinWaitlist': ({ clerk }) => clerk.joinWaitlist({ emailAddress: 'bob@example.com' }),
  'clerk.handleUnauthenticated': ({ clerk }) => clerk.handleUnauthenticated(),
  'clerk.__internal_reloadInitialResources': ({ clerk }) => clerk.__internal_reloadInitialResources(),
  'clerk.getFapiClient().request': ({ clerk }) => clerk.getFapiClient().request({ path: '/client' }),
};

const askingInPage = `window.asking = {${Object.entries(asking).map(([name, call]) => `'${name}': ${call}`)}}`;

/** How these calls end, one after the other, each within a second. */
const ends = (tab, names) =>
  tab.evaluate(async names => {
    const { asking, surface } = window;
    const outcomes = {};
    for (const name of names) {
      outcomes[name] = await surface.ended(Promise.resolve().then(() => asking[name](surface.objects())));
    }
    return outcomes;
  }, names);

const allEnd = (names, outcome) => Object.fromEntries(names.map(name => [name, outcome]));
const properties = tab => tab.evaluate(() => window.surface.properties());
const tokens = tab =>
  tab.evaluate(async () => [await window.clerk.session.getToken(), await window.clerk.session.getToken()]);

/** What leaves the page, opens a provider's, or goes on after one; and what tells the page of a wrong argument. */
const LEFT_OUT =
  /\.(?:redirect|navigate|load$|__internal_windowNavigate|__internal_navigateWithError|authenticateWith|__internal_handle|__internal_resume|handleRedirect|handleGoogle|handleEmail|validatePassword)/u;

/** Promises that need nothing of the second part. */
const ANSWERED_WITHOUT = /\.(?:getToken|__internal_setEnvironment|createOrganization|getOrganization)$/u;

describe.for(WORLDS)('%s, %s: a signed-in page without its second part', { timeout: LIMIT_MS }, ([key, entry]) => {
  let world, tab, part;

  beforeEach(async () => {
    await signIn(key, entry);
    world = await newTab();
    ({ tab, part } = world);
  });

  test('loads by two requests, tells its listener, and has cookies and a token', async () => {
    const before = await cookies();
    expect(await open(world, key, entry)).toBe('loaded');
    const method = key === 'production' ? 'GET' : 'PATCH';
    expect((await requests()).sort()).toEqual(['GET /v1/client', `${method} /v1/environment`]);
    expect(await tab.evaluate(() => window.seen)).toEqual([['loading', 'Ada', 'active']]);
    const [first, second] = await tokens(tab);
    expect(first.split('.')).toHaveLength(3);
    expect(second).toBe(first);
    const now = await cookies();
    expect(Object.keys(now)).toEqual(Object.keys(before));
    const names = Object.keys(now);
    expect(now.__session).toBe(first);
    const suffixed = names.find(name => /^__session_/u.test(name));
    expect(now[suffixed]).toBe(first);
    const id = await tab.evaluate(() => window.clerk.session.id);
    expect(decodeURIComponent(now.clerk_active_context)).toBe(`${id}:`);
    if (key === 'development') {
      expect(now).toMatchObject({
        __clerk_db_jwt: expect.any(String),
        __client_uat: expect.stringMatching(/^[1-9]\d+$/u),
      });
    }
    await expect.poll(() => part.asked, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(await requests()).toHaveLength(2);
    expect(world.errors).toEqual([]);
  });

  test('shows and answers what one with the part does', async () => {
    const whole = await newTab(false);
    await sameClientForAll();
    // With its cache cleared, the page that can would soon have another token.
    await context.route('**/tokens?*', () => {});
    expect([await open(world, key, entry), await open(whole, key, entry)]).toEqual(['loaded', 'loaded']);
    // The part is there, since this has needed it, and nothing has changed by it.
    await whole.tab.evaluate(() => window.clerk.getFapiClient().request({ path: '/environment' }));
    const shown = await properties(tab);
    expect(Object.keys(shown).length).toBeGreaterThan(300);
    expect(shown).toEqual(await properties(whole.tab));
    const said = await tab.evaluate(() => window.surface.explicit());
    expect(said.heard.length).toBeGreaterThan(2);
    expect(said).toEqual(await whole.tab.evaluate(() => window.surface.explicit()));

    const called = await tab.evaluate(
      ([source, flags]) => window.surface.calls(new RegExp(source, flags)),
      [LEFT_OUT.source, LEFT_OUT.flags],
    );
    // The other page is asked for what this one has answered at once, and for nothing else.
    const sync = Object.keys(called.atOnce);
    expect(sync.length).toBeGreaterThan(80);
    const others = await whole.tab.evaluate(
      async names => (await window.surface.calls({ test: key => !names.includes(key) })).atOnce,
      sync,
    );
    expect(called.atOnce).toEqual(others);
    const waits = Object.entries(called.later).filter(([name]) => !ANSWERED_WITHOUT.test(name));
    expect(waits.length).toBeGreaterThan(50);
    // A file that needs the part says first what is wrong with an argument.
    const isExplained = (name, outcome) => outcome.startsWith(`TypeError: ${name}() takes `);
    expect(waits.filter(([name, outcome]) => outcome !== UNAVAILABLE && !isExplained(name, outcome))).toEqual([]);
    expect(world.errors).toEqual([]);
  });

  test('rejects what makes requests, is not harmed by it, and does it when the part is there', async () => {
    const names = Object.keys(asking);
    await open(world, key, entry);
    const before = [await properties(tab), await cookies(), await tokens(tab)];
    expect(await ends(tab, names)).toEqual(allEnd(names, UNAVAILABLE));
    expect(
      await tab.evaluate(() =>
        window.clerk.session.touch().catch(error => [error.name, error.constructor.kind, error.cause instanceof Error]),
      ),
    ).toEqual(['ClerkRuntimeError', 'ClerkRuntimeError', true]);
    expect([await properties(tab), await cookies(), await tokens(tab)]).toEqual(before);
    expect(await requests()).toHaveLength(2);

    part.blocked = false;
    const works = [
      'session.touch',
      'session.reload',
      'session.getToken with skipCache',
      'client.reload',
      'signIn.create',
      'signUp.create',
      'user.update',
      'user.reload',
      'user.getSessions',
      'clerk.setActive',
      'clerk.__internal_reloadInitialResources',
      'clerk.getFapiClient().request',
      'clerk.signOut',
    ];
    expect(await ends(tab, works.slice(0, -1))).toEqual(allEnd(works.slice(0, -1), 'resolved'));
    expect(await tab.evaluate(() => [window.clerk.user.firstName, window.clerk.client.signIn.status])).toEqual([
      'Bob',
      'needs_first_factor',
    ]);
    expect(await ends(tab, ['clerk.signOut'])).toEqual({ 'clerk.signOut': 'resolved' });
    expect(await tab.evaluate(() => [window.clerk.session, window.clerk.user])).toEqual([null, null]);
    expect((await cookies()).__session).toBeUndefined();
    expect(world.errors).toEqual([]);
  });

  test('gets the part by itself, after a pause and when the network returns', async () => {
    await open(world, key, entry);
    await expect.poll(() => part.asked, { timeout: 10_000 }).toBe(3);
    part.blocked = false;
    // Told until the page heard it: the third failure reaches the page after this test has seen its request. The pause would be 4 s.
    const afterReturn = () => tab.evaluate(() => dispatchEvent(new Event('online'))).then(() => part.asked);
    await expect.poll(afterReturn, { timeout: 3000 }).toBe(4);
    // What nobody has asked for: the page hears of a sign-out now.
    const other = await newTab(false);
    await open(other, key, entry);
    await other.tab.evaluate(() => window.clerk.signOut(() => {}));
    await expect.poll(() => tab.evaluate(() => window.clerk.session)).toBe(null);
  });

  test('makes calls that wait for it go through in their order', async () => {
    part.blocked = false;
    part.gate = new Promise(resolve => setTimeout(resolve, 1000));
    await open(world, key, entry);
    const [order, asked] = await tab.evaluate(async () => {
      const { clerk, fetch, surface } = window;
      const asked = [];
      // The browser may tell of two requests in another order than they were made in.
      window.fetch = (url, ...more) => {
        asked.push(new URL(url).pathname);
        return fetch(url, ...more);
      };
      const { client, session, signIn, user } = surface.objects();
      const order = [];
      const calls = { touch: session.touch(), token: session.getToken({ skipCache: true }), reload: client.reload() };
      const more = {
        create: signIn.create({ identifier: 'grace@example.com' }),
        update: user.update({ lastName: 'L' }),
      };
      const all = Object.entries({ ...calls, ...more });
      await Promise.all(all.map(async ([name, call]) => order.push([name, typeof (await call)])));
      return [[order.map(([name]) => name).sort(), clerk.client.signIn.status, clerk.user.lastName], asked];
    });
    expect(order).toEqual([['create', 'reload', 'token', 'touch', 'update'], 'needs_first_factor', 'L']);
    const kinds = asked.map(path => /touch|tokens|sign_ins|me$|client$/u.exec(path)[0]);
    const firsts = ['touch', 'tokens', 'client', 'sign_ins'].map(kind => kinds.indexOf(kind));
    expect(firsts).toEqual([...firsts].sort((one, other) => one - other));
    expect(firsts).not.toContain(-1);
  });

  test('hears of a sign-out in another tab when the part has come', async () => {
    part.blocked = false;
    const [closed, openGate] = gate();
    part.gate = closed;
    await open(world, key, entry);
    const other = await newTab(false);
    await open(other, key, entry);
    await other.tab.evaluate(() => window.clerk.signOut(() => {}));
    expect(await tab.evaluate(() => window.clerk.session.status)).toBe('active');
    await expect.poll(() => part.asked).toBe(1);
    openGate();
    await expect.poll(() => tab.evaluate(() => window.clerk.session), { timeout: 5000 }).toBe(null);
    expect((await tab.evaluate(() => window.seen)).at(-1)).toEqual(['ready', null, null]);
  });

  test('is told that the part is of another build', async () => {
    part.blocked = false;
    const text = String(await fileOf('second.js'));
    const [, , name] = /if\((\w+)!==(\w+)\)throw new Error\("second\.js is of another build/u.exec(text);
    part.body = text.replace(new RegExp(`([,\\s])${name}="\\w+"`, 'u'), `$1${name}="another"`);
    expect(part.body).not.toBe(text);
    await open(world, key, entry);
    const said = () =>
      tab.evaluate(() => window.clerk.session.touch().catch(({ code, cause }) => [code, cause.message]));
    const another = [UNAVAILABLE, expect.stringMatching(/^second\.js is of another build of clerk-wasm/u)];
    expect([await said(), await said()]).toEqual([another, another]);
    expect((await tokens(tab))[0]).toContain('.');
    expect(world.errors).toEqual([]);
  });

  test('starts from a snapshot, and goes on when the part comes', async () => {
    const given = { startFrom: 'snapshot' };
    const visit = await newTab(false);
    await open(visit, key, entry, given);
    await expect.poll(() => visit.tab.evaluate(() => Object.keys(localStorage).join())).toMatch(/__clerk_snapshot_/u);
    await visit.tab.close();
    await emulator.control('DELETE requests');
    expect(await open(world, key, entry, given)).toBe('loaded');
    const look = () => tab.evaluate(() => [window.clerk.status, window.clerk.user?.firstName]);
    expect(await look()).toEqual(['degraded', 'Ada']);
    await expect.poll(() => part.asked, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(await look()).toEqual(['degraded', 'Ada']);
    expect(await requests()).toEqual([]);
    part.blocked = false;
    await expect.poll(look, { timeout: 10_000 }).toEqual(['ready', 'Ada']);
    expect((await requests()).filter(one => /client$|environment/u.test(one))).toHaveLength(2);
  });

  // In an outage the page asks again in the background, and for the client at once: that is another request, which works.
  const unlucky = [
    ['an environment with 500', '/v1/environment', 500, 1],
    ['a client with 500', '/v1/client', 500, 2],
    ['a client with 429', '/v1/client', 429, 1],
    ['a client with 401', '/v1/client', 401, 1],
    ['a client with 422', '/v1/client', 422, 1],
  ];
  test.for(unlucky)('asks for nothing again that was answered: %s', async ([, path, status, times]) => {
    part.blocked = false;
    await emulator.control('POST faults', { path, status, times: 1 });
    const isOutage = status >= 429;
    const ended = await open(world, key, entry);
    if (isOutage) expect(ended).toBe('loaded');
    else expect(ended).toMatchObject({ name: 'ClerkAPIResponseError', status });
    const counts = async () => {
      const all = await requests();
      return ['/v1/client', '/v1/environment'].map(path => all.filter(one => one.endsWith(` ${path}`)).length);
    };
    const isClient = path === '/v1/client';
    await expect.poll(counts).toEqual(isClient ? [times, 1] : [1, times]);
    if (!isOutage) {
      expect(await tab.evaluate(() => window.clerk.status)).toBe('error');
      await tab.evaluate(() => window.clerk.load());
    }
    await expect.poll(() => tab.evaluate(() => window.clerk.status), { timeout: 10_000 }).toBe('ready');
    expect(await tab.evaluate(() => window.clerk.user.firstName)).toBe('Ada');
    expect(await counts()).toEqual(isOutage ? (isClient ? [2, 1] : [1, 2]) : [2, 2]);
    expect(world.errors).toEqual([]);
  });

  test('fails an unlucky start that it cannot go on with, and loads the next time', async () => {
    await emulator.control('POST faults', { path: '/v1/client', status: 422, times: 1 });
    expect(await open(world, key, entry)).toMatchObject({ name: 'ClerkRuntimeError', code: UNAVAILABLE });
    expect(await requests()).toHaveLength(2);
    await tab.evaluate(() => window.clerk.load());
    expect(await tab.evaluate(() => [window.clerk.status, window.clerk.user.firstName])).toEqual(['ready', 'Ada']);
    expect(await requests()).toHaveLength(4);
    expect(world.errors).toEqual([]);
  });
});
