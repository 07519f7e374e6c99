// What callers' own code throws, and what comes of things that are not what they should be: the call fails, and that is all. No exception
// passes through WebAssembly, where it would keep its share of the stack and leave a promise pending.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signIn, signUp } from './lib/attempts.mjs';
import { fapi, client as json, jwt, LIVE, session } from './lib/fapi.mjs';
import { closed, closedInstance, mine, odd, unreadable } from './lib/hostile.mjs';
import { shown } from './lib/stack.mjs';

const { Clerk, ClientResource, stack } = await shown();
const bottom = stack();

const first = () => json([session('sess_1')], { sign_in: signIn(), sign_up: signUp() });
const token = () => ({ jwt: jwt() });

/** Whatever is asked is answered with what is there. */
const answers = new Proxy(
  { 'GET /environment': {}, 'GET /client': () => ({ response: first(), client: null }) },
  { get: (known, call) => known[call] ?? (/tokens/u.test(call) ? token : { response: null, client: null }) },
);

let clerk;
let requests;
let realFetch;
const clientOf = () => clerk.client;
const sessionOf = () => clerk.client.sessions[0];

async function renew() {
  requests = fapi(answers);
  clerk = new Clerk(LIVE);
  await clerk.load({ standardBrowser: false, polling: false });
}

beforeAll(() => {
  realFetch = globalThis.fetch;
});
afterAll(() => {
  globalThis.fetch = realFetch;
});

/** The error that a call fails with, whether it throws or rejects; undefined when it does not fail, and a text when it takes too long. */
async function failure(call) {
  let timer;
  const late = new Promise(resolve => (timer = setTimeout(resolve, 1000, 'the call did not end')));
  try {
    return await Promise.race([late, (async () => void (await call()))()]);
  } catch (error) {
    return error ?? 'it failed with nothing';
  } finally {
    clearTimeout(timer);
  }
}

/** That nothing is harmed: the stack is where it was, and the next call works. */
async function expectUnharmed() {
  expect(stack()).toBe(bottom);
  await clerk.client.reload();
  expect(clerk.client.id).toBe('client_1');
  expect(stack()).toBe(bottom);
}

/** Methods that leave the page, ask the browser or an extension of it, or take no argument. */
const notHere =
  /^(authenticate|end$|remove$|clearCache$|isNew$|constructor$|toString$|createEmailLinkFlow$|verifyWithPasskey$)|^__|^get /u;

/** The methods that an attempt or a session has, each of which takes an object. */
const methodsOf = noun => {
  const { sessions, signIn, signUp } = ClientResource.fromJSON(first());
  const prototype = Object.getPrototypeOf({ Session: sessions[0], SignIn: signIn, SignUp: signUp }[noun]);
  return Object.getOwnPropertyNames(prototype).filter(name => !notHere.test(name));
};

const targets = { Session: sessionOf, SignIn: () => clientOf().signIn, SignUp: () => clientOf().signUp };
const request = given => clerk.getFapiClient().request(given);

/** Ways in that read what they are given, all of it. */
const reading = {
  'new Clerk(key, options)': given => new Clerk(LIVE, given),
  'clerk.load() for the first time': given => new Clerk(LIVE).load(given),
  'clerk.load() again': given => clerk.load(given),
  'clerk.setActive()': given => clerk.setActive(given),
  'clerk.signOut()': given => clerk.signOut(given),
  'clerk.signOut() with a callback': given => clerk.signOut(() => {}, given),
  'clerk.joinWaitlist()': given => clerk.joinWaitlist(given),
  'client.reload()': given => clientOf().reload(given),
  'client.fromJSON()': given => clientOf().fromJSON(given),
  'client.buildTouchUrl()': given => clientOf().buildTouchUrl(given),
  'client.__internal_sendCaptchaToken()': given => clientOf().__internal_sendCaptchaToken(given),
  'ClientResource.fromJSON()': given => ClientResource.fromJSON(given),
  'session.__internal_touch()': given => sessionOf().__internal_touch(given),
  'a body of request()': body => request({ path: '/me', method: 'POST', body: { body } }),
  ...Object.fromEntries(
    Object.entries(targets).flatMap(([noun, target]) =>
      methodsOf(noun)
        .filter(method => !['checkAuthorization', 'validatePassword'].includes(method))
        .flatMap(method => [
          [`${noun}.${method}()`, given => target()[method](given)],
          [`a parameter of ${noun}.${method}()`, given => target()[method]({ strategy: 'password', password: given })],
        ]),
    ),
  ),
};

/** Ways in that look at a part of what they are given, or want something else than an object. */
const looking = {
  'new Clerk(key)': given => new Clerk(given),
  'a domain of new Clerk()': domain => new Clerk(LIVE, { domain }),
  'an isSatellite of clerk.load()': isSatellite => new Clerk(LIVE).load({ isSatellite, standardBrowser: false }),
  'a signal of clerk.load()': signal => new Clerk(LIVE).load({ signal, standardBrowser: false }),
  'clerk.buildUrlWithAuth()': given => clerk.buildUrlWithAuth(given),
  'a session of clerk.setActive()': session => clerk.setActive({ session }),
  'an organization of clerk.setActive()': organization => clerk.setActive({ organization }),
  'a redirectUrl of clerk.setActive()': redirectUrl => clerk.setActive({ session: 'sess_1', redirectUrl }),
  'a redirectUrl of client.buildTouchUrl()': redirectUrl => clientOf().buildTouchUrl({ redirectUrl }),
  'a signal of client.reload()': signal => clientOf().reload({ signal }),
  'session.checkAuthorization()': given => sessionOf().checkAuthorization(given),
  'clerk.updateClient()': given => clerk.updateClient(given),
  'a snapshot of clerk.updateClient()': given =>
    clerk.updateClient({ signedInSessions: [], __internal_toSnapshot: () => given }),
  'request()': request,
  'a search of request()': search => request({ path: '/me', search }),
  'headers of request()': headers => request({ path: '/me', headers }),
  'a signal of request()': signal => request({ path: '/me', signal }),
};

const ways = Object.entries({ ...reading, ...looking });

describe('what callers give', () => {
  beforeEach(renew);

  test.for(Object.entries(reading))('%s fails with what reading its argument throws', async ([, way]) => {
    for (const [name, make] of Object.entries(unreadable)) {
      const error = await failure(() => way(make()));
      if (name.includes('revoked')) expect(error, name).toBeInstanceOf(TypeError);
      else expect(error, name).toBe(mine);
      expect(stack(), name).toBe(bottom);
    }
    await expectUnharmed();
  });

  test.for(ways)('%s ends, whatever it is given', async ([way, call]) => {
    for (const [name, make] of Object.entries(way in reading ? odd : { ...unreadable, ...odd })) {
      const error = await failure(() => call(make()));
      expect(typeof error, `${name}: ${String(error)}`).not.toBe('string');
      expect(stack(), name).toBe(bottom);
      // Some of it is taken, such as no session that is active.
      if (clerk.client.id !== 'client_1' || !clerk.session) await renew();
    }
    await expectUnharmed();
  });

  // One method of an attempt or of a session is called as the others are.
  const doors = ways.filter(([name]) => !/^a parameter of|^(Session|Sign..)\.(?!touch|create)/u.test(name));

  test('after ten thousand calls that fail everything works', { timeout: 30_000 }, async () => {
    for (const [name, way] of doors) {
      for (const [given, many] of [
        [closed(), 10_000],
        [closedInstance(), 200],
      ]) {
        requests.length = 0;
        const hasFailed = await failure(() => way(given));
        const times = requests.length || !hasFailed ? 10 : many;
        for (let round = 0; round < times; round += 1000)
          await Promise.allSettled(Array.from({ length: Math.min(times, 1000) }, async () => way(given)));
        expect(stack(), name).toBe(bottom);
      }
    }
    await renew();
    await expectUnharmed();
    await clerk.client.reload({ signal: AbortSignal.timeout(1000), nested: [{ deep: 'x'.repeat(100_000) }] });
  });
});
