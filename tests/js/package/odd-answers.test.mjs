// What a replaced `fetch` may do, what a server may send, and what a browser may refuse: every call ends, and the next good answer works.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signIn, signUp } from './lib/attempts.mjs';
import { LIVE, session } from './lib/fapi.mjs';
import { closed, getter, mine } from './lib/hostile.mjs';
import { bodyFor, first, readAll, user, values } from './lib/payloads.mjs';
import { soon } from './lib/soon.mjs';
import { shown } from './lib/stack.mjs';

const { Clerk, stack } = await shown();
const bottom = stack();
/** The longest wait of all, 30 s, is a few milliseconds. */
const FAST = 10_000;

const good = url => Response.json(bodyFor(url));
const answering = parts => url => ({
  status: 200,
  statusText: '',
  headers: new Headers(),
  json: async () => bodyFor(url),
  ...parts,
});
const thenable = then => Object.defineProperty({}, 'then', { value: then });
const never = () => new Promise(() => {});
const throws = value => () => {
  throw value;
};
const rejects = value => async () => {
  throw value;
};
const has = (name, value) => answering({ [name]: value });
const throwing = name => url => Object.defineProperty(answering()(url), name, { get: throws(mine) });
const withMessage = message => Object.assign(new Error('x'), { message });

/** Answers that can be read, of whatever class they are. */
const readable = {
  'gives an answer of no class': async url => answering()(url),
  'gives an answer and no promise': good,
  'gives a promise of its own': url => thenable(resolve => resolve(good(url))),
  'gives no statusText': async url => has('statusText', undefined)(url),
  'gives a statusText that is no text': async url => has('statusText', Symbol('x'))(url),
  'gives no headers': async url => has('headers', undefined)(url),
  'gives headers that throw': async url => has('headers', { get: throws(mine) })(url),
  'gives headers that are no texts': async url => has('headers', { get: () => ({ toString: 1 }) })(url),
  'gives a body and no promise of it': async url => has('json', () => bodyFor(url))(url),
};

const unreadable = {
  throws: throws(mine),
  'throws nothing': throws(undefined),
  'gives nothing': () => undefined,
  'gives a number': () => 5,
  'gives a promise that throws': () => thenable(throws(mine)),
  'gives a promise of nothing': async () => undefined,
  'gives a promise of a proxy': async () => closed(),
  'gives a promise of an object': async () => ({}),
  'gives a promise that never ends': never,
  'rejects with nothing': rejects(undefined),
  'rejects with a symbol': rejects(Symbol('x')),
  'rejects with a proxy': rejects(closed()),
  'rejects with an Error whose message is no text': rejects(withMessage({ toString: 1 })),
  'rejects with an Error whose message throws': rejects(getter('message')),
  ...Object.fromEntries(
    ['200', undefined, NaN, 1.5, 2n, Symbol('x'), { valueOf: throws(mine) }].map(status => [
      `gives the status ${typeof status} ${typeof status === 'object' ? '' : String(status)}`,
      async url => has('status', status)(url),
    ]),
  ),
  ...Object.fromEntries(
    ['status', 'statusText'].map(name => [`gives a ${name} that throws`, async url => throwing(name)(url)]),
  ),
  'gives no json()': async url => has('json', undefined)(url),
  'gives a json() that throws': async url => has('json', throws(mine))(url),
  'gives a json() that rejects': async url => has('json', rejects(undefined))(url),
  'gives a json() that never ends': async url => has('json', never)(url),
  'gives a json() of a proxy': async url => has('json', async () => closed())(url),
  'gives a json() of a function': async url => has('json', async () => throws(mine))(url),
};

const calls = {
  'clerk.load()': () => new Clerk(LIVE).load({ standardBrowser: false, polling: false }),
  'session.touch()': clerk => clerk.client.sessions[0].touch(),
  'session.getToken()': clerk => clerk.client.sessions[0].getToken({ skipCache: true }),
};

let clerk;

beforeEach(async () => {
  vi.stubGlobal('fetch', async url => good(url));
  clerk = new Clerk(LIVE);
  await clerk.load({ standardBrowser: false, polling: false });
});
afterEach(() => vi.unstubAllGlobals());

async function expectUnharmed() {
  vi.stubGlobal('fetch', async url => good(url));
  await clerk.client.reload();
  expect(await clerk.session.getToken({ skipCache: true })).toContain('.');
  expect(stack()).toBe(bottom);
}

describe('fetch', () => {
  test.for(Object.entries(readable))('%s: that is an answer', async ([, fetch]) => {
    for (const call of Object.values(calls)) {
      vi.stubGlobal('fetch', fetch);
      const [outcome] = await soon(() => [call(clerk)], FAST);
      expect(outcome).toMatchObject({ status: 'fulfilled' });
      await expectUnharmed();
    }
  });

  test.for(Object.entries(unreadable))('%s: every call ends', async ([, fetch]) => {
    for (const [name, call] of Object.entries(calls)) {
      vi.stubGlobal('fetch', fetch);
      const [{ status, reason }] = await soon(() => [call(clerk)], FAST);
      // A page that cannot reach the Frontend API loads all the same.
      if (status === 'rejected') expect(reason, name).toBeInstanceOf(Error);
      await expectUnharmed();
    }
  });

  test.for([
    ['"', 'request to https://x.example/v1/client?__clerk_db_jwt=secret&a=b" failed'],
    [' ', 'Failed to fetch https://x.example/v1/client?rotating_token_nonce=secret now'],
  ])('what it says names no token: up to %j', async ([, message]) => {
    vi.stubGlobal('fetch', rejects(new TypeError(message)));
    const [{ reason }] = await soon(() => [calls['session.touch()'](clerk)], FAST);
    const said = [reason.message, reason.stack, String(reason.cause), JSON.stringify(reason)].join();
    expect(said).toContain('x.example/v1/client');
    expect(said).not.toContain('secret');
  });
});

describe('a browser', () => {
  class Refused {
    constructor() {
      throw new DOMException('refused', 'SecurityError');
    }
  }

  const refusals = { 'is not there': () => undefined, throws: () => Refused, 'throws at everything': closed };

  test.for([
    ['AbortController', 'is not there'],
    ['AbortController', 'throws'],
    ['BroadcastChannel', 'is not there'],
    ['BroadcastChannel', 'throws'],
    ['navigator', 'is not there'],
    ['navigator', 'throws at everything'],
    ['localStorage', 'throws at everything'],
    ['crypto', 'throws at everything'],
    ['performance', 'throws at everything'],
  ])('whose %s %s: the package works', async ([name, refusal]) => {
    vi.stubGlobal(name, refusals[refusal]());
    const other = new Clerk(LIVE);
    await other.load();
    expect(other.session.id).toBe('sess_1');
    expect(await other.session.getToken({ skipCache: true })).toContain('.');
    await expectUnharmed();
  });

  test('without weak references the package works', async () => {
    vi.stubGlobal('WeakRef', undefined);
    vi.stubGlobal('FinalizationRegistry', undefined);
    const { Clerk } = await import(`${import.meta.resolve('clerk-wasm')}?bare`);
    const other = new Clerk(LIVE);
    await other.load({ standardBrowser: false, polling: false });
    const { client, session } = other;
    await session.getToken({ skipCache: true });
    expect(other.client).toBe(client);
    expect(other.session).toBe(session);
    expect(client.sessions[0]).toBe(session);
    await client.reload();
    expect(other.session).toBe(client.sessions[0]);
  });
});

describe('a server', () => {
  const parts = {
    client: first,
    session: () => first().sessions[0],
    user: () => user,
    email_address: () => user.email_addresses[0],
    external_account: () => user.external_accounts[0],
    membership: () => user.organization_memberships[0],
    token: () => first().sessions[0].last_active_token,
    sign_in: signIn,
    sign_up: signUp,
  };
  const put = {
    client: changed => changed,
    session: changed => ({ ...first(), sessions: [changed] }),
    user: changed => put.session(session('sess_1', { user: changed })),
    email_address: changed => put.user({ ...user, email_addresses: [changed] }),
    external_account: changed => put.user({ ...user, external_accounts: [changed] }),
    membership: changed => put.user({ ...user, organization_memberships: [changed] }),
    token: changed => put.session(session('sess_1', { last_active_token: changed })),
    sign_in: changed => ({ ...first(), sign_in: changed }),
    sign_up: changed => ({ ...first(), sign_up: changed }),
  };
  // What the answers above do not say, and the package reads.
  const others = {
    session: ['actor', 'factor_verification_age', 'public_user_data', 'tasks', 'agent'],
    user: ['created_at', 'image_url', 'public_metadata', 'passkeys', 'username', 'last_sign_in_at', 'web3_wallets'],
    membership: ['role', 'permissions', 'created_at', 'public_user_data'],
    sign_in: ['user_data', 'first_factor_verification', 'protect_check', 'created_at'],
    sign_up: ['verifications', 'unsafe_metadata', 'external_account', 'abandon_at'],
  };

  test.for(Object.keys(parts))('%s: a value of another type costs its property alone', async part => {
    const whole = parts[part]();
    const names = Object.keys(clerk.client);
    clerk.addListener(({ user }) => void user?.fullName);
    for (const key of [...Object.keys(whole), ...(others[part] ?? [])]) {
      for (const [text, value] of values) {
        const body = put[part]({ ...whole, [key]: value });
        vi.stubGlobal('fetch', async () => ({ status: 200, json: async () => ({ response: body, client: null }) }));
        const [{ reason }] = await soon(() => [clerk.client.reload()], FAST);
        if (reason) expect(reason, `${key}: ${text}`).toBeInstanceOf(Error);
        expect(() => readAll(clerk), `${key}: ${text}`).not.toThrow();
        expect(Object.keys(clerk.client), `${key}: ${text}`).toEqual(names);
        expect(stack(), `${key}: ${text}`).toBe(bottom);
      }
    }
  });

  test('load() ends, whatever a payload holds', async () => {
    for (const [text, value] of values) {
      for (const body of [value, { response: value }, { response: { ...first(), created_at: value } }]) {
        vi.stubGlobal('fetch', async () => ({ status: 200, json: async () => body }));
        const [{ reason }] = await soon(() => [calls['clerk.load()']()], FAST);
        if (reason) expect(reason, text).toBeInstanceOf(Error);
        expect(stack(), text).toBe(bottom);
      }
    }
    await expectUnharmed();
  });

  test('an error of any shape is an error', async () => {
    for (const [text, value] of values) {
      const error = { code: value, message: value, long_message: value, meta: value };
      for (const errors of [value, [value], [error], [{ code: 'x', meta: { param_name: value } }]]) {
        vi.stubGlobal('fetch', async () => ({ status: 422, json: async () => ({ errors, clerk_trace_id: value }) }));
        const [{ reason }] = await soon(() => [clerk.client.signIn.create({ strategy: 'password' })], FAST);
        expect(reason, text).toBeInstanceOf(Error);
        expect(reason.status, text).toBe(422);
        await clerk.client.signIn.__internal_future.create({ identifier: 'x' });
        expect(() => clerk.__internal_state.signInSignal().errors, text).not.toThrow();
        expect(stack(), text).toBe(bottom);
      }
    }
    await expectUnharmed();
  });

  test('a token of any shape is a token or an error', async () => {
    for (const [text, value] of values) {
      vi.stubGlobal('fetch', async () => ({ status: 200, json: async () => ({ jwt: value }) }));
      const [{ reason }] = await soon(() => [clerk.session.getToken({ skipCache: true })], FAST);
      if (reason) expect(reason, text).toBeInstanceOf(Error);
      expect(stack(), text).toBe(bottom);
    }
    await expectUnharmed();
  });
});
