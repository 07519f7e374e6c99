// What every page does with the package, in the engine that `ENGINE` names and in each of its modes, by both entries, on an emulator.

import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve } from '../consumers/lib/server.mjs';
import { DEVELOPMENT, PRODUCTION } from '../differential/language.mjs';
import { startEmulator } from '../differential/lib/emulator.mjs';
import { engine, startDriver } from './lib/engines.mjs';

const LIMIT_MS = 60_000;
const SOON = { timeout: 15_000, interval: 50 };
const PASSWORD = 'correct-horse-battery';

/** Every path that is no file of the package: `?entry=slim&key=…&api=…` says by which entry it starts; without, it only shows. */
const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>engines</title><link rel="icon" href="data:,"></head>
  <body>
    <script>
      window.complaints = [];
      addEventListener('error', ({ message }) => complaints.push(message));
      addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
    </script>
    <script type="module">
      const { entry, key, api } = Object.fromEntries(new URLSearchParams(location.search));
      const start = async () => {
        const { default: init, Clerk } = await import('/clerk/' + entry + '.js');
        await init?.();
        window.clerk = new Clerk(key, { proxyUrl: api });
        await clerk.load();
      };
      if (entry) window.loading = start();
    </script>
  </body>
</html>
`;

let driver, emulator, site, session;

beforeAll(async () => {
  const home = pathToFileURL(`${process.env.CLERK_WASM}/`);
  const types = { js: 'text/javascript; charset=utf-8', wasm: 'application/wasm' };
  [driver, emulator, site] = await Promise.all([
    startDriver(),
    startEmulator(process.env.EMULATOR),
    serve(async ({ url }) => {
      const [, folder, file] = new URL(url, 'http://localhost').pathname.split('/');
      const isPackage = folder === 'clerk';
      return {
        status: 200,
        headers: { 'content-type': isPackage ? types[file.split('.').at(-1)] : 'text/html; charset=utf-8' },
        body: isPackage ? await readFile(new URL(file, home)) : PAGE,
      };
    }),
  ]);
}, LIMIT_MS);
afterAll(() => Promise.all([driver?.stop(), emulator?.stop(), site?.close()]));
beforeEach(() => emulator.control('POST reset'));
afterEach(async () => {
  await session?.end();
  session = undefined;
});

async function open(mode, entry, key = PRODUCTION) {
  session ??= await driver.begin(mode);
  await session.open(`${site.url}/?${new URLSearchParams({ entry, key, api: emulator.url })}`);
  await session.run(() => window.loading);
}

/** Who is signed in in the tab that is in front. */
const who = () =>
  session.run(async () => {
    await window.loading;
    const { status, user, client } = window.clerk;
    return { status, user: user && user.primaryEmailAddress.emailAddress, sessions: client.sessions.length };
  });

/** Whose token `getToken()` gives, and whether the server is told the same by the cookie. */
const token = () =>
  session.run(async () => {
    const { session, user } = window.clerk;
    const text = await session.getToken();
    const claims = JSON.parse(atob(text.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    const inCookie = document.cookie.split('; ').some(cookie => cookie === `__session=${text}`);
    return { isTheirs: claims.sub === user.id && claims.sid === session.id, inCookie };
  });

/** From nobody to a session, by a code that the outbox has. */
async function signUp(emailAddress) {
  await session.run(
    async (emailAddress, password) => {
      const { signUp } = window.clerk.client;
      await signUp.create({ emailAddress, password });
      await signUp.prepareEmailAddressVerification({ strategy: 'email_code' });
    },
    emailAddress,
    PASSWORD,
  );
  const { code } = (await emulator.control('GET outbox')).at(-1);
  await session.run(async code => {
    const { signUp } = window.clerk.client;
    await signUp.attemptEmailAddressVerification({ code });
    await window.clerk.setActive({ session: signUp.createdSessionId });
  }, code);
}

/** Nothing has gone wrong that nobody was told. */
const quiet = async () => expect(await session.run(() => window.complaints)).toEqual([]);

const modes = Object.keys(engine.modes).filter(mode => mode !== 'without cookies');
const everyStart = modes.flatMap(mode => ['index', 'slim'].map(entry => [mode, entry]));

describe.each(everyStart)('%s, by %s.js', (mode, entry) => {
  test('from a sign-up by code to two sessions, tabs and the sign-out', { timeout: LIMIT_MS }, async () => {
    await open(mode, entry);
    expect(await who()).toEqual({ status: 'ready', user: null, sessions: 0 });

    await signUp('ada@example.com');
    expect(await who()).toEqual({ status: 'ready', user: 'ada@example.com', sessions: 1 });
    expect(await token()).toEqual({ isTheirs: true, inCookie: true });

    // What comes with a reload comes from the cookies alone.
    await session.reload();
    expect(await who()).toEqual({ status: 'ready', user: 'ada@example.com', sessions: 1 });

    // A second session, and back to the first.
    await emulator.control('PATCH settings', { single_session_mode: false });
    await emulator.control('POST seed', { users: [{ email_address: 'grace@example.com', password: PASSWORD }] });
    await session.reload();
    await session.run(async password => {
      await window.loading;
      const { signIn } = window.clerk.client;
      await signIn.create({ identifier: 'grace@example.com', password });
      await window.clerk.setActive({ session: signIn.createdSessionId });
    }, PASSWORD);
    expect(await who()).toEqual({ status: 'ready', user: 'grace@example.com', sessions: 2 });
    expect(await token()).toEqual({ isTheirs: true, inCookie: true });
    await session.run(() => {
      const { client, session } = window.clerk;
      return window.clerk.setActive({ session: client.sessions.find(({ id }) => id !== session.id) });
    });
    expect(await who()).toMatchObject({ user: 'ada@example.com' });
    expect(await token()).toEqual({ isTheirs: true, inCookie: true });

    // A file that is loaded with the first call that needs it.
    await session.run(() => window.clerk.user.update({ firstName: 'Ada' }));
    expect(await session.run(() => window.clerk.user.firstName)).toBe('Ada');
    await quiet();

    // Another tab knows, and hears of the sign-out.
    const first = await session.tab();
    const second = await session.newTab();
    await open(mode, entry);
    expect(await who()).toEqual({ status: 'ready', user: 'ada@example.com', sessions: 2 });
    // The second part is here then. In WebKit a message may be lost while it takes over from the first.
    await session.run(() => window.clerk.client.reload().then(() => undefined));
    await session.toTab(first);
    await session.run(() => window.clerk.signOut({ redirectUrl: '/signed-out' }).then(() => undefined));
    await session.toTab(second);
    await expect.poll(async () => (await who()).user, SOON).toBeNull();
    await quiet();
    expect((await session.cookies()).filter(({ name }) => name === '__session')).toEqual([]);
  });
});

test.each(modes)(
  '%s, a development instance: its browser is known again after a reload',
  { timeout: LIMIT_MS },
  async mode => {
    await open(mode, 'index', DEVELOPMENT);
    await signUp('ada@example.com');
    await session.reload();
    expect(await who()).toEqual({ status: 'ready', user: 'ada@example.com', sessions: 1 });
    expect(await token()).toEqual({ isTheirs: true, inCookie: true });
    await quiet();
  },
);

test.each(['index', 'slim'])(
  'without cookies, by %s.js: it loads, and what needs a client is refused as an error',
  {
    timeout: LIMIT_MS,
  },
  async entry => {
    await open('without cookies', entry);
    expect(await who()).toEqual({ status: 'ready', user: null, sessions: 0 });
    expect(await session.run(() => document.cookie)).toBe('');
    const refused = await session.run(async emailAddress => {
      const { signUp } = window.clerk.client;
      await signUp.create({ emailAddress });
      return signUp.prepareEmailAddressVerification({ strategy: 'email_code' }).then(
        () => 'nothing was refused',
        error => error.constructor.name,
      );
    }, 'ada@example.com');
    expect(refused).toBe('ClerkAPIResponseError');
    expect(await who()).toMatchObject({ user: null });
    await quiet();
  },
);
