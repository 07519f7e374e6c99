// Requests as they are, the hooks that see all of them, and what is said to the instance's protection.

import { isClerkRuntimeError } from '@clerk/shared/error';
import { Clerk } from 'clerk-wasm';
import { afterEach, expect, test, vi } from 'vitest';
import { fapi, client as json, LIVE, loaded, session } from './lib/fapi.mjs';

const FORM = 'application/x-www-form-urlencoded';
const SIGN_INS = 'POST /client/sign_ins';
const signIn = { response: { object: 'sign_in', id: 'sia_1', status: 'needs_first_factor' }, client: null };
const ok = {
  'PATCH /me': { response: {} },
  'POST /me/profile_image': {},
  'GET /me': {},
  'POST /waitlist': {},
  [SIGN_INS]: signIn,
  'PATCH /client/sign_ups/1': {},
};

/** A loaded Clerk object, and its `request()`. */
async function world(answers = ok) {
  const { clerk, client, requests } = await loaded(json([session('sess_1')]), answers);
  return { clerk, client, requests, request: clerk.getFapiClient().request };
}

afterEach(() => {
  delete globalThis.__internal_onBeforeRequest;
  delete globalThis.__internal_onAfterResponse;
});

test('a request is sent as all are, and its answer is given as it is', async () => {
  const { clerk, requests, request } = await world({
    'PATCH /me': () => Response.json({ response: { id: 'user_1' }, client: json() }, { status: 422 }),
  });
  const response = await request({
    path: '/me',
    method: 'PATCH',
    search: { a: ['1', '2,3'], b: undefined },
    body: { firstName: 'Ada', lastName: null },
  });
  expect(response).toBeInstanceOf(Response);
  expect(response).toMatchObject({ ok: false, status: 422, payload: { response: { id: 'user_1' } } });
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ call: 'PATCH /me', body: 'first_name=Ada&last_name=' });
  expect(requests[0].headers.get('content-type')).toBe(FORM);
  expect(requests[0].url.search).toMatch(
    /^\?a=1&a=2%2C3&__clerk_api_version=.*&_method=PATCH&_clerk_session_id=sess_1$/u,
  );
  expect(clerk.session.id).toBe('sess_1');
  expect(clerk.getFapiClient()).toBe(clerk.getFapiClient());
});

test('FormData reaches fetch as it is', async () => {
  const { requests, request } = await world();
  const body = new FormData();
  body.append('file', new Blob(['picture'], { type: 'image/png' }), 'me.png');
  await request({ path: '/me/profile_image', method: 'POST', body });
  expect(requests[0].headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/u);
  expect(requests[0].body).toContain('filename="me.png"');
});

test.for([
  ['with a content type of its own', '{"a":1}', { 'content-type': 'application/json' }, 'application/json'],
  ['without one', 'a=1&b=2', undefined, FORM],
])('a text %s is sent unchanged', async ([, body, headers, type]) => {
  const { requests, request } = await world();
  await request({ path: '/waitlist', method: 'POST', body, headers });
  expect(requests[0].body).toBe(body);
  expect(requests[0].headers.get('content-type')).toBe(type);
});

test.for([
  [undefined, /path/u],
  [{ path: 'me' }, /path/u],
  [{ path: '/me', method: 'get' }, /method/u],
  [{ path: '/me', body: {} }, /GET/u],
  [{ path: '/me', signal: 'now' }, /signal/u],
])('%o is no request', async ([given, text]) => {
  const { requests, request } = await world();
  await expect(request(given)).rejects.toThrow(text);
  await expect(request(given)).rejects.toBeInstanceOf(TypeError);
  expect(requests).toHaveLength(0);
});

test("hooks see and change what goes out, one after the other, the page's own first", async () => {
  const { clerk, client, requests } = await world();
  const seen = [];
  globalThis.__internal_onBeforeRequest = async request => {
    await null;
    seen.push('page', request.path, request.method, request.headers.get('content-type'), request.body);
  };
  clerk.__internal_onBeforeRequest(request => {
    request.url.searchParams.set('_is_native', '1');
    request.headers.set('authorization', 'secret');
    request.credentials = 'omit';
  });
  clerk.__internal_onBeforeRequest(request => seen.push(request.url.searchParams.get('_is_native')));
  await client.signIn.create({ identifier: 'ada@example.com' });
  expect(seen).toEqual(['page', '/client/sign_ins', 'POST', FORM, 'identifier=ada%40example.com', '1']);
  expect(requests[0].url.searchParams.get('_is_native')).toBe('1');
  expect(requests[0].headers.get('authorization')).toBe('secret');
  expect(requests[0].body).toBe('identifier=ada%40example.com');
});

test('a hook holds a request back with false, and its call rejects', async () => {
  const { clerk, client, requests } = await world();
  clerk.__internal_onBeforeRequest(() => false);
  await expect(client.signIn.create({ identifier: 'a' })).rejects.toMatchObject({ name: 'AbortError' });
  expect(client.signIn.id).toBeUndefined();
  expect(requests).toHaveLength(0);
});

test.for(['__internal_onBeforeRequest', '__internal_onAfterResponse'])(
  'what %s throws is what the call rejects with',
  async name => {
    const { clerk, client } = await world();
    const odd = new Error('of the hook');
    clerk[name](() => Promise.reject(odd));
    await expect(client.signIn.create({ identifier: 'a' })).rejects.toBe(odd);
    expect(() => clerk[name]('no function')).toThrow(TypeError);
  },
);

test('hooks see answers, errors too, until one has seen enough', async () => {
  const { clerk, client } = await world({
    [SIGN_INS]: () => Response.json({ errors: [] }, { status: 422, headers: { authorization: 'next' } }),
  });
  const seen = [];
  globalThis.__internal_onAfterResponse = (request, response) =>
    void seen.push(request.path, response.headers.get('authorization'), response.payload);
  clerk.__internal_onAfterResponse(() => false);
  clerk.__internal_onAfterResponse(() => seen.push('too late'));
  await expect(client.signIn.create({ identifier: 'a' })).rejects.toMatchObject({ status: 422 });
  expect(seen).toEqual(['/client/sign_ins', 'next', { errors: [] }]);
});

test('hooks see a read once, however often it is tried', async () => {
  const { clerk, client, requests } = await world();
  let calls = 0;
  clerk.__internal_onBeforeRequest(request => {
    calls++;
    request.url.searchParams.set('mine', '1');
  });
  let isCut = true;
  const { fetch } = globalThis;
  globalThis.fetch = (...call) => {
    if (!isCut) return fetch(...call);
    isCut = false;
    return Promise.reject(new TypeError('cut'));
  };
  await client.reload().catch(() => {});
  expect(calls).toBe(1);
  expect(requests[0].url.search).toMatch(/&mine=1&_clerk_retry_attempt=1$/u);
});

test('a protect assertion is in the form of sign-ins and sign-ups, and nowhere else', async () => {
  const { clerk, client, requests, request } = await world();
  clerk.setProtectAssertion(async () => 'v1.a+b');
  await client.signIn.create({ identifier: 'a' });
  await request({ path: '/client/sign_ups/1', method: 'PATCH' });
  await request({ path: '/client/sign_ins', method: 'POST', body: 'raw=1' });
  await request({ path: '/waitlist', method: 'POST', body: {} });
  await request({ path: '/me' });
  expect(requests.map(({ body }) => body)).toEqual([
    'identifier=a&__clerk_protect_assertion=v1.a%2Bb',
    '__clerk_protect_assertion=v1.a%2Bb',
    'raw=1',
    '',
    '',
  ]);
  clerk.setProtectAssertion();
  await client.signIn.create({ identifier: 'a' });
  expect(requests.at(-1).body).toBe('identifier=a');
});

test('the assertion of load() counts until another is set', async () => {
  const requests = fapi({ 'GET /environment': {}, 'GET /client': { response: json(), client: null }, ...ok });
  const clerk = new Clerk(LIVE);
  await clerk.load({ standardBrowser: false, protectAssertion: 'first' });
  await clerk.client.signIn.create({ identifier: 'a' });
  clerk.setProtectAssertion('second');
  await clerk.client.signIn.create({ identifier: 'a' });
  const said = requests.slice(-2).map(({ body }) => new URLSearchParams(body).get('__clerk_protect_assertion'));
  expect(said).toEqual(['first', 'second']);
});

test.for([() => Promise.reject(new Error('no')), () => '  ', 7])(
  'an assertion that cannot be had is left out, with a warning: %s',
  async assertion => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { clerk, client, requests } = await world();
    clerk.setProtectAssertion(assertion);
    await client.signIn.create({ identifier: 'a' });
    await client.signIn.create({ identifier: 'b' });
    expect(requests.map(({ body }) => body)).toEqual(['identifier=a', 'identifier=b']);
    expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
    warn.mockRestore();
  },
);

test('a lost connection is an Error, or a runtime error with a code where that is asked for', async () => {
  const cut = () => Promise.reject(new TypeError('cut'));
  for (const rethrowOfflineNetworkErrors of [false, true]) {
    fapi({ 'GET /environment': {}, 'GET /client': { response: json(), client: null } });
    const clerk = new Clerk(LIVE);
    await clerk.load({ standardBrowser: false, experimental: { rethrowOfflineNetworkErrors } });
    globalThis.fetch = cut;
    const error = await clerk.client.signIn.create({ identifier: 'a' }).catch(error => error);
    expect(error).toBeInstanceOf(Error);
    expect(isClerkRuntimeError(error)).toBe(rethrowOfflineNetworkErrors);
    expect(error.code).toBe(rethrowOfflineNetworkErrors ? 'network_error' : undefined);
  }
});
