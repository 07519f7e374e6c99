// `ClientResource`, as the documentation describes it.

import { ClientResource } from 'clerk-wasm';
import { expect, test } from 'vitest';
import { client as json, loaded, session } from './lib/fapi.mjs';

test('every documented property has the documented type', async () => {
  const { client } = await loaded(json([session('sess_1'), session('sess_2', { status: 'ended' })]));
  expect(client.captchaBypass).toBe(false);
  for (const name of ['cookieExpiresAt', 'createdAt', 'updatedAt']) {
    expect(client[name], name).toEqual(new Date(1_764_000_000_000));
    expect(client[name], name).toBe(client[name]);
  }
  expect(client.id).toBe('client_1');
  expect(client.lastActiveSessionId).toBe('sess_1');
  expect(client.lastAuthenticationStrategy).toBe('password');
  expect(client.sessions.map(({ id }) => id)).toEqual(['sess_1', 'sess_2']);
  expect(client.signedInSessions.map(({ id }) => id)).toEqual(['sess_1']);
  expect(client.signIn.id).toBeUndefined();
  expect(client.signUp.status).toBeNull();
  expect(client.signInAttempt).toBe(client.signIn);
  expect(client.signUpAttempt).toBe(client.signUp);
});

test('what the server does not say is null, not now', async () => {
  const { client } = await loaded({ id: 'client_1' });
  for (const name of [
    'cookieExpiresAt',
    'createdAt',
    'updatedAt',
    'lastActiveSessionId',
    'lastAuthenticationStrategy',
  ]) {
    expect(client[name], name).toBeNull();
  }
  expect(client.sessions).toEqual([]);
});

test('objects keep their identity until the data behind them is replaced', async () => {
  const answers = { 'GET /client': () => ({ response: json([session('sess_1')]), client: null }) };
  const { clerk, client } = await loaded(json([session('sess_1')]), answers);
  const { sessions, signIn } = client;
  expect(clerk.client).toBe(client);
  expect(client.sessions).toBe(sessions);
  expect(client.sessions[0]).toBe(clerk.session);
  expect(clerk.user).toBe(clerk.session.user);
  expect(client.signedInSessions).not.toBe(client.signedInSessions);
  await client.reload();
  expect(clerk.client).toBe(client);
  expect(client.sessions).not.toBe(sessions);
  expect(client.sessions[0]).toBe(clerk.session);
  expect(client.signIn).toBe(signIn);
});

test('create, reload and removeSessions resolve the same client, destroy resolves undefined', async () => {
  const empty = { response: json([]), client: null };
  const { client, requests } = await loaded(json([session('sess_1')]), {
    'PUT /client': empty,
    'DELETE /client/sessions': empty,
    'DELETE /client': empty,
  });
  expect(await client.create()).toBe(client);
  expect(await client.reload({ rotatingTokenNonce: 'n' })).toBe(client);
  expect(await client.removeSessions()).toBe(client);
  expect(await client.destroy()).toBeUndefined();
  expect(client.id).toBe('');
  expect(client.isNew()).toBe(true);
  expect(requests.map(({ call }) => call)).toEqual([
    'PUT /client',
    'GET /client',
    'DELETE /client/sessions',
    'DELETE /client',
  ]);
});

test('a touch URL carries the redirect URL whole, and nothing else will do', async () => {
  const { client } = await loaded(json());
  for (const text of [
    'https://a.test/?x=1,2#frag',
    'https://a.test/%252F?q=ü',
    'https://a.test/?next=https%3A%2F%2Fb.test%2F%3Fc%3D1%26d',
  ]) {
    const redirectUrl = new URL(text);
    const url = new URL(client.buildTouchUrl({ redirectUrl }));
    expect(url.origin + url.pathname).toBe('https://clerk.example.com/v1/client/touch');
    expect(url.searchParams.getAll('redirect_url')).toEqual([redirectUrl.href]);
  }
  for (const wrong of [
    undefined,
    null,
    {},
    { redirectUrl: null },
    { redirectUrl: 5 },
    { redirectUrl: '/path' },
    { redirectUrl: 'x y' },
    'https://a.test',
  ]) {
    expect(() => client.buildTouchUrl(wrong), JSON.stringify(wrong)).toThrow(TypeError);
  }
});

test('clients are shown, spread and stringified with their fields and no pointer', async () => {
  const { client } = await loaded(json([session('sess_1')], { later: { key: 1 } }));
  const documented = [
    'captchaBypass',
    'cookieExpiresAt',
    'createdAt',
    'id',
    'lastActiveSessionId',
    'lastAuthenticationStrategy',
    'sessions',
    'signIn',
    'signUp',
    'signedInSessions',
    'updatedAt',
  ];
  for (const shown of [{ ...client }, JSON.parse(JSON.stringify(client))]) {
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(documented));
    expect(JSON.stringify(shown)).not.toContain('__wbg_ptr');
  }
  expect(client.constructor.name).toBe('ClientResource');
  expect(client.sessions[0].constructor.name).toBe('SessionResource');
});

test('a snapshot makes the same client again, with what this version does not know', async () => {
  const { client } = await loaded(json([session('sess_1')], { later: { key: 1 } }));
  const snapshot = client.__internal_toSnapshot();
  expect(snapshot).toMatchObject({ object: 'client', id: 'client_1', later: { key: 1 }, sign_in: { id: '' } });
  const again = ClientResource.fromJSON(JSON.parse(JSON.stringify(snapshot)));
  expect(again).toBeInstanceOf(ClientResource);
  expect(again.__internal_toSnapshot()).toEqual(snapshot);
  expect(again.sessions[0].user.fullName).toBe('Ada Lovelace');
});

test('a client from JSON stands alone', async () => {
  const alone = ClientResource.fromJSON({ sessions: null, sign_in: null, unknown: true });
  expect([alone.id, alone.sessions, alone.createdAt, alone.captchaBypass]).toEqual([undefined, [], null, false]);
  await expect(alone.reload()).rejects.toThrow('belongs to no Clerk object');
  expect(alone.fromJSON({ id: 'client_2' })).toBe(alone);
  expect(alone.id).toBe('client_2');
  for (const wrong of [5, 'x', true, []]) expect(() => ClientResource.fromJSON(wrong)).toThrow(TypeError);
});

test('the two other documents', async () => {
  const { client } = await loaded(json([session('sess_1')]));
  const backend = client.toBackend();
  expect(backend.constructor.name).toBe('BackendClient');
  expect(backend).toMatchObject({
    id: 'client_1',
    sessionIds: ['sess_1'],
    signInId: null,
    createdAt: 1_764_000_000_000,
  });
  expect(backend.sessions[0]).toMatchObject({ clientId: 'client_1', userId: 'user_of_sess_1' });
  expect('latestActivity' in backend.sessions[0]).toBe(false);
  const android = client.toAndroid();
  expect(android).toMatchObject({ id: 'client_1', sign_in: null, sign_up: null });
  expect(ClientResource.fromJSON(android).updatedAt).toEqual(new Date(1_764_000_000_000));
});

test('applying a client reads as much of each session however many there are', async () => {
  let reads = 0;
  const get = (target, key) => {
    reads++;
    return target[key];
  };
  const counted = one => new Proxy(one, { get });
  const readsOf = count => {
    const body = () => json(Array.from({ length: count }, (_, index) => counted(session(`sess_${index}`))));
    const client = ClientResource.fromJSON(body());
    expect(client.sessions.length).toBe(count);
    reads = 0;
    client.fromJSON(body());
    return reads / count;
  };
  const [few, many] = [readsOf(100), readsOf(1000)];
  expect(many).toBeGreaterThan(0);
  expect(many).toBeLessThanOrEqual(few);
});
