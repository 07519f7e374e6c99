// Methods: bound, patient with each other, and clear about what is wrong.

import { isClerkAPIResponseError, isClerkRuntimeError } from '@clerk/shared/error';
import { Clerk, ClientResource } from 'clerk-wasm';
import { expect, test, vi } from 'vitest';
import { fapi, client as json, jwt, LIVE, loaded, session } from './lib/fapi.mjs';
import { soon } from './lib/soon.mjs';

const TOKENS = 'POST /client/sessions/sess_1/tokens';
const token = jwt();

test('methods survive destructuring and stay the same function', async () => {
  const { clerk, client } = await loaded(json([session('sess_1')]), { [TOKENS]: { jwt: token } });
  const { getToken } = clerk.session;
  expect(clerk.session.getToken).toBe(getToken);
  expect(await getToken()).toBe(token);
  const { isNew } = client;
  expect(isNew()).toBe(false);
  const { addListener } = clerk;
  expect(clerk.addListener).toBe(addListener);
  expect(typeof addListener(() => {})).toBe('function');
});

test('a minted token leaves the session and its user the objects they were', async () => {
  const { clerk, requests } = await loaded(json([session('sess_1')]), { [TOKENS]: { jwt: token } });
  const { session: held, user } = clerk;
  expect(await Promise.all(Array.from({ length: 20 }, () => held.getToken()))).toEqual(Array(20).fill(token));
  expect(requests.length).toBe(1);
  expect(clerk.session).toBe(held);
  expect(clerk.user).toBe(user);
  expect(held.lastActiveToken.getRawString()).toBe(token);
  expect(held.lastActiveToken.jwt.claims.sid).toBe('sess_1');
});

test('a verification tells whether it was of this client', async () => {
  const address = id => ({ id: 'idn_1', verification: { status: 'verified', verified_at_client: id } });
  const of = (...ids) =>
    session('sess_1', { user: { object: 'user', id: 'user_1', email_addresses: ids.map(address) } });
  const { clerk, client } = await loaded(json([of('client_1', 'client_2', null, undefined)]));
  const verifications = clerk.user.emailAddresses.map(({ verification }) => verification);
  expect(verifications.map(({ verifiedFromTheSameClient }) => verifiedFromTheSameClient())).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(client.signUp.verifications.emailAddress.verifiedFromTheSameClient()).toBe(false);
  const [alone] = ClientResource.fromJSON(json([of('client_1')])).sessions;
  expect(alone.user.emailAddresses[0].verification.verifiedFromTheSameClient()).toBe(false);
});

test('the enterprises of a sign-up are resources of their own', async () => {
  const list = [
    { id: 'ent_1', name: 'Big', provider: 'saml_okta', logo_public_url: 'https://big.example/logo.png' },
    null,
    { id: 'ent_2' },
  ];
  const path = 'GET /client/sign_ups/sua_1/enterprise_connections';
  const { client, requests } = await loaded(json([], { sign_up: { id: 'sua_1' } }), {
    [path]: { response: list, client: null },
  });
  const { __experimental_getEnterpriseConnections: ask } = client.signUp;
  const connections = await ask();
  expect(connections.map(connection => ({ ...connection }))).toEqual([
    { pathRoot: '', id: 'ent_1', name: 'Big', provider: 'saml_okta', logoPublicUrl: 'https://big.example/logo.png' },
    { pathRoot: '', id: 'ent_2', name: '', provider: '', logoPublicUrl: null },
  ]);
  expect(connections[0].constructor.name).toBe('SignUpEnterpriseConnectionResource');
  expect(await ask()).not.toBe(connections);
  expect(requests.map(({ call }) => call)).toEqual([path, path]);
});

test('errors are those of clerk-js, and its own guards know them', async () => {
  const meta = { param_name: 'password', some_thing_new: 1 };
  const refused = () =>
    Response.json(
      { errors: [{ code: 'form_password_incorrect', message: 'm', long_message: 'Long.', meta }], clerk_trace_id: 't' },
      { status: 422 },
    );
  const { client } = await loaded(json(), { 'POST /client/sign_ins': refused });
  const error = await client.signIn.create({ identifier: 'a', password: 'b' }).catch(error => error);
  expect(error).toBeInstanceOf(Error);
  expect(isClerkAPIResponseError(error)).toBe(true);
  expect(error).toMatchObject({
    name: 'ClerkAPIResponseError',
    status: 422,
    message: 'Long.',
    clerkTraceId: 't',
    clerkError: true,
  });
  expect(error.errors[0]).toMatchObject({
    code: 'form_password_incorrect',
    longMessage: 'Long.',
    meta: { paramName: 'password', someThingNew: 1 },
  });
});

test('a token that cannot be had is a runtime error with a code', async () => {
  const { clerk } = await loaded(json([session('sess_1')]), { [TOKENS]: {} });
  const [{ reason: error }] = await soon(() => [clerk.session.getToken()]);
  expect(isClerkRuntimeError(error)).toBe(true);
  expect(error.code).toBe('network_error');
});

test('whatever comes back, each call settles with an Error and nothing is lost', async () => {
  const odd = [
    () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    () => new Response('', { status: 200 }),
    () => new Response('null', { status: 200 }),
    () => Response.json([]),
    () => Response.json({ response: { sessions: 'x' } }),
    () => Response.json({ errors: null }, { status: 500 }),
    () => Response.json({ response: 7, client: 7 }),
    () => {
      throw 'a text';
    },
    () => {
      throw undefined;
    },
  ];
  for (const answer of odd) {
    const { clerk, client } = await loaded(json([session('sess_1')]), {
      'PUT /client': answer,
      'DELETE /client/sessions': answer,
      'POST /client/sign_ins': answer,
      'POST /client/sign_ups': answer,
      [TOKENS]: answer,
      'POST /client/sessions/sess_1/touch': answer,
    });
    const calls = () => [
      client.create(),
      client.removeSessions(),
      client.signIn.create({}),
      client.signUp.create({}),
      clerk.session.getToken(),
      clerk.session.touch(),
      clerk.setActive({ session: 'sess_1' }),
      clerk.signOut(),
    ];
    for (const outcome of await soon(calls)) {
      expect(outcome.status, String(answer)).toBe('rejected');
      expect(outcome.reason).toBeInstanceOf(Error);
      expect(outcome.reason.message).not.toBe('');
    }
    expect(clerk.session.id).toBe('sess_1');
    expect(client.sessions.length).toBe(1);
  }
});

test('wrong arguments are told', async () => {
  const { clerk, client } = await loaded(json([session('sess_1')]));
  const wrong = [
    () => clerk.setActive(5),
    () => clerk.setActive({ session: 5 }),
    () => clerk.setActive({ session: {} }),
    () => clerk.setActive({ session: 'sess_1', navigate: 5 }),
    () => clerk.signOut('now'),
    () => client.reload('x'),
    () => client.signIn.create('x'),
    () => client.signIn.prepareFirstFactor({ strategy: 'smoke' }),
    () => client.signUp.update(5),
    () => clerk.session.getToken('x'),
    () => clerk.session.getToken({ template: 5 }),
    () => clerk.session.touch(1),
    () => clerk.session.__internal_touch(1),
  ];
  for (const call of wrong) await expect(call(), String(call)).rejects.toBeInstanceOf(TypeError);
  for (const listener of [undefined, null, {}, 'x']) expect(() => clerk.addListener(listener)).toThrow(TypeError);
  for (const key of [undefined, null, 5, '', 'pk_test_', 'sk_live_x', 'pk_live_%%%']) {
    expect(() => new Clerk(key), String(key)).toThrow(/publishableKey/u);
  }
  expect(() => new Clerk(LIVE, { proxyUrl: 'javascript:alert(1)' })).toThrow(/proxyUrl/u);
  expect(() => new Clerk(LIVE, { domain: 5 })).toThrow(/domain/u);
  expect(() => new Clerk(LIVE, 5)).toThrow(TypeError);
});

test('a listener that throws is reported and disturbs nobody', async () => {
  const reported = [];
  process.prependOnceListener('unhandledRejection', error => reported.push(error));
  const others = process.listeners('unhandledRejection').slice(1);
  others.forEach(listener => process.off('unhandledRejection', listener));
  const { clerk, client } = await loaded(json([session('sess_1')]));
  const listener = vi.fn();
  clerk.addListener(
    () => {
      throw new Error('mine');
    },
    { skipInitialEmit: true },
  );
  const end = clerk.addListener(listener);
  expect(listener).toHaveBeenLastCalledWith(
    expect.objectContaining({ client, session: clerk.session, user: clerk.user, organization: null }),
  );
  expect(await client.reload()).toBe(client);
  expect(listener).toHaveBeenCalledTimes(2);
  end();
  end();
  await new Promise(resolve => setTimeout(resolve, 5));
  others.forEach(listener => process.on('unhandledRejection', listener));
  expect(reported.map(({ message }) => message)).toEqual(['mine']);
});

test('a throwing navigate rejects with what it threw', async () => {
  const { clerk } = await loaded(json([session('sess_1', { last_active_token: { jwt: token } })]), {
    'POST /client/sessions/sess_1/touch': {
      response: session('sess_1', { last_active_token: { jwt: token } }),
      client: null,
    },
  });
  const thrown = { odd: true };
  const seen = [];
  await expect(
    clerk.setActive({
      session: 'sess_1',
      navigate: async ({ session, decorateUrl }) => {
        seen.push(session.id, typeof decorateUrl('https://a.test/'), clerk.session);
        throw thrown;
      },
    }),
  ).rejects.toBe(thrown);
  expect(seen).toEqual(['sess_1', 'string', undefined]);
  expect(clerk.session.id).toBe('sess_1');
});

test('two Clerk objects do not disturb each other', async () => {
  const one = await loaded(json([session('sess_1')]));
  const requests = fapi({
    'GET /environment': {},
    'GET /client': { response: json([], { id: 'client_2' }), client: null },
  });
  const other = new Clerk('pk_live_' + btoa('clerk.other.com$'));
  await Promise.all([other.load({ standardBrowser: false }), other.load({ standardBrowser: false })]);
  expect(requests.map(({ call }) => call)).toEqual(['GET /environment', 'GET /client']);
  expect(one.clerk.session.id).toBe('sess_1');
  await one.client.reload();
  expect(requests.at(-1).url.host).toBe('clerk.example.com');
  expect([one.client.id, other.client.id]).toEqual(['client_2', 'client_2']);
});
