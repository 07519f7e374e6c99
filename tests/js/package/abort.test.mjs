// A call that nobody waits for any more.

import { Clerk } from 'clerk-wasm';
import { expect, test, vi } from 'vitest';
import { fapi, client as json, jwt, LIVE, loaded, session } from './lib/fapi.mjs';

const TOKENS = 'POST /client/sessions/sess_1/tokens';
const TOUCH = 'POST /client/sessions/sess_1/touch';
const never = () => new Promise(() => {});
const token = jwt();

const calls = {
  'session.getToken': ({ clerk }, options) => clerk.session.getToken(options),
  'session.touch': ({ clerk }, options) => clerk.session.touch(options),
  'session.reload': ({ clerk }, options) => clerk.session.reload(options),
  'client.reload': ({ client }, options) => client.reload(options),
};

test.for(Object.entries(calls))('%s rejects with the reason and ends its request', async ([, call]) => {
  const world = await loaded(json([session('sess_1')]), {
    [TOKENS]: never,
    [TOUCH]: never,
    'GET /client/sessions/sess_1': never,
  });
  const { fetch } = globalThis;
  const signals = [];
  globalThis.fetch = (_url, { signal }) => {
    signals.push(signal);
    return never();
  };
  const controller = new AbortController();
  const reason = new Error('nobody waits');
  const outcome = call(world, { signal: controller.signal });
  await vi.waitFor(() => expect(signals.map(({ aborted }) => aborted)).toEqual([false]));
  controller.abort(reason);
  await expect(outcome).rejects.toBe(reason);
  globalThis.fetch = fetch;
  // A token's request is shared with whoever asks next.
  expect(signals[0].aborted).toBe(call !== calls['session.getToken']);
});

test.for(Object.entries(calls))('%s does not begin for a signal that is aborted', async ([, call]) => {
  const world = await loaded(json([session('sess_1')]), {
    [TOKENS]: { jwt: token },
    [TOUCH]: never,
    'GET /client/sessions/sess_1': never,
  });
  await expect(call(world, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});

test.for(Object.entries(calls))('%s tells that something else is no signal', async ([, call]) => {
  const world = await loaded(json([session('sess_1')]));
  await expect(call(world, { signal: 'now' })).rejects.toThrow(/signal/u);
  await expect(call(world, { signal: {} })).rejects.toBeInstanceOf(TypeError);
  expect(world.requests.length).toBe(0);
});

test('a token that somebody gave up is there for the next one', async () => {
  const { clerk, requests } = await loaded(json([session('sess_1')]), { [TOKENS]: { jwt: token } });
  const controller = new AbortController();
  const given = clerk.session.getToken({ signal: controller.signal });
  controller.abort();
  await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  expect(await clerk.session.getToken()).toBe(token);
  expect(await clerk.session.getToken({ signal: controller.signal })).toBe(token);
  expect(requests.length).toBeLessThanOrEqual(1);
});

test('a page that gave up a call goes on to find that a session has ended', async () => {
  const refused = () => Response.json({ errors: [{ code: 'resource_not_found' }] }, { status: 401 });
  let answer = never;
  const { clerk } = await loaded(json([session('sess_1')]), { [TOUCH]: refused });
  const { fetch } = globalThis;
  globalThis.fetch = (...call) => (call[0].includes('/client?') ? answer() : fetch(...call));
  const controller = new AbortController();
  const given = clerk.session.touch({ signal: controller.signal });
  await new Promise(resolve => setTimeout(resolve, 5));
  controller.abort();
  await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  answer = () => Promise.resolve(Response.json({ response: json([]), client: null }));
  await expect(clerk.session.touch()).rejects.toMatchObject({ status: 401 });
  expect(clerk.session).toBe(null);
  globalThis.fetch = fetch;
});

const ours = new Error('nobody waits');

/** Aborts what `begin` begins, once it has made its requests. */
async function aborted(begin) {
  const controller = new AbortController();
  const outcome = begin(controller.signal);
  await new Promise(resolve => setTimeout(resolve, 5));
  controller.abort(ours);
  await expect(outcome).rejects.toBe(ours);
}

test('an aborted load is cut off, and can be begun anew', async () => {
  const answers = { 'GET /environment': {}, 'GET /client': never };
  const requests = fapi(answers);
  const clerk = new Clerk(LIVE);
  await aborted(signal => clerk.load({ signal }));
  expect([clerk.loaded, clerk.status]).toEqual([false, 'loading']);
  answers['GET /client'] = { response: json([session('sess_1')]), client: null };
  await clerk.load();
  expect(clerk.session.id).toBe('sess_1');
  expect(requests.map(({ call }) => call)).toEqual([
    'GET /environment',
    'GET /client',
    'GET /environment',
    'GET /client',
  ]);
});

test('an aborted load goes on for whoever else waits for it', async () => {
  let answer;
  const requests = fapi({ 'GET /environment': {}, 'GET /client': () => new Promise(resolve => (answer = resolve)) });
  const clerk = new Clerk(LIVE);
  const other = clerk.load();
  await aborted(signal => clerk.load({ signal }));
  answer({ response: json([session('sess_1')]), client: null });
  await other;
  expect(clerk.status).toBe('ready');
  expect(requests).toHaveLength(2);
});

test('an aborted setActive leaves the session that was current', async () => {
  const { clerk } = await loaded(json([session('sess_1'), session('sess_2')]), {
    'POST /client/sessions/sess_2/touch': never,
  });
  await aborted(signal => clerk.setActive({ session: 'sess_2', signal }));
  expect(clerk.session.id).toBe('sess_1');
});

test('a setActive that is aborted while it navigates makes the session current again that was so', async () => {
  const answers = {
    'POST /client/sessions/sess_2/touch': { response: session('sess_2'), client: null },
    'POST /client/sessions/sess_2/tokens': { jwt: token },
  };
  const { clerk } = await loaded(json([session('sess_1'), session('sess_2')]), answers);
  const seen = [];
  clerk.addListener(({ session: current }) => seen.push(current?.id), { skipInitialEmit: true });
  await aborted(signal => clerk.setActive({ session: 'sess_2', navigate: never, signal }));
  expect(clerk.session.id).toBe('sess_1');
  expect(seen.slice(-2)).toEqual([undefined, 'sess_1']);
});

test('an aborted signOut leaves the session that was current', async () => {
  const { clerk } = await loaded(json([session('sess_1')]), { 'DELETE /client/sessions': never });
  await aborted(signal => clerk.signOut({ signal }));
  expect(clerk.session.id).toBe('sess_1');
});

test('a signOut that is aborted in its callback has signed out', async () => {
  const { clerk } = await loaded(json([session('sess_1')]), {
    'DELETE /client/sessions': { response: json(), client: null },
  });
  await aborted(signal => clerk.signOut(never, { signal }));
  expect(clerk.session).toBe(null);
});

test.for(['load', 'setActive', 'signOut'])('clerk.%s tells that something else is no signal', async method => {
  const requests = fapi({});
  const clerk = new Clerk(LIVE);
  await expect(clerk[method]({ signal: 'now' })).rejects.toThrow(/signal/u);
  expect(requests).toHaveLength(0);
});
