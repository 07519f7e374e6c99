// What the packages for frameworks hold a Clerk object to: signals and their effects, who hears of what, and what is not here.

import { Clerk, ClientResource } from 'clerk-wasm';
import { afterEach, expect, test, vi } from 'vitest';
import { withAttempt } from './lib/attempts.mjs';
import { client as json, LIVE, loaded, session } from './lib/fapi.mjs';

const tick = () => new Promise(resolve => setTimeout(resolve));
const refused =
  (status, ...errors) =>
  () =>
    Response.json({ errors }, { status });
const refusal = refused(422, { code: 'form_password_incorrect', message: 'wrong', meta: { param_name: 'password' } });
const limit = refused(429, { code: 'too_many_requests', message: 'later' });

afterEach(() => {
  delete globalThis.__clerk_internal_ready;
});

/** An effect that keeps what a signal has given. */
function following(clerk, name) {
  const seen = [];
  const stop = clerk.__internal_state.__internal_effect(() => seen.push(clerk.__internal_state[`${name}Signal`]()));
  return { seen, stop, statuses: () => seen.map(({ fetchStatus }) => fetchStatus) };
}

test('an effect runs at once, and again when what it has read is another', async () => {
  const { clerk } = await withAttempt();
  const { seen, stop, statuses } = following(clerk, 'signIn');
  const other = following(clerk, 'signUp');
  await clerk.client.signIn.__internal_future.create({ identifier: 'me@example.com' });
  await tick();
  expect(statuses()[0]).toBe('idle');
  expect(statuses()).toContain('fetching');
  expect(statuses().at(-1)).toBe('idle');
  expect(seen.at(-1).signIn).toBe(clerk.client.signIn.__internal_future);
  expect(seen.at(-1).signIn.status).toBe('needs_first_factor');
  expect(other.seen.length).toBe(1);
  stop();
  const before = seen.length;
  await clerk.client.signIn.__internal_future.create({ identifier: 'me@example.com' });
  await tick();
  expect(seen.length).toBe(before);
});

test('a signal gives the same object until something changes', async () => {
  const { clerk } = await withAttempt();
  const { signInSignal, signUpSignal, waitlistSignal } = clerk.__internal_state;
  expect([signInSignal(), signUpSignal(), waitlistSignal()]).toEqual([
    signInSignal(),
    signUpSignal(),
    waitlistSignal(),
  ]);
  expect(signInSignal()).toBe(signInSignal());
  const before = signInSignal();
  await clerk.client.signIn.create({ identifier: 'me@example.com' });
  expect(signInSignal()).not.toBe(before);
  expect(clerk.__internal_state).toBe(clerk.__internal_state);
});

test('before the client is there a signal has no attempt', () => {
  const { signInSignal, signUpSignal } = new Clerk(LIVE).__internal_state;
  expect(signInSignal()).toEqual({
    errors: { fields: { identifier: null, password: null, code: null }, raw: null, global: null },
    fetchStatus: 'idle',
    signIn: null,
  });
  expect(signUpSignal().signUp).toBe(null);
});

test('a computed value is computed again when a signal that it has read is another', async () => {
  const { clerk } = await withAttempt();
  const { signInSignal, __internal_computed: computed, __internal_effect: effect } = clerk.__internal_state;
  const compute = vi.fn(() => signInSignal().signIn.id);
  const id = computed(compute);
  expect([id(), id()]).toEqual([undefined, undefined]);
  expect(compute).toHaveBeenCalledTimes(1);
  const ids = [];
  effect(() => ids.push(id()));
  await clerk.client.signIn.create({ identifier: 'me@example.com' });
  await tick();
  expect(id()).toBe('sia_1');
  expect(ids).toEqual([undefined, 'sia_1']);
});

test('an error is told at its field; one of no field tells its kind itself', async () => {
  const answers = { 'POST /client/sign_ins': () => answer() };
  let answer = refusal;
  const { clerk } = await withAttempt({ answers });
  const { signInSignal } = clerk.__internal_state;
  const { __internal_future: future } = clerk.client.signIn;
  await future.password({ identifier: 'me@example.com', password: 'x' });
  expect(signInSignal().errors.fields.password).toMatchObject({ code: 'form_password_incorrect', message: 'wrong' });
  expect(signInSignal().errors.raw).toHaveLength(1);
  expect(signInSignal().errors.global).toBe(null);
  answer = limit;
  await future.password({ identifier: 'me@example.com', password: 'x' });
  const { errors } = signInSignal();
  expect(errors.fields.password).toBe(null);
  expect(errors.global[0].isClerkAPIResponseError()).toBe(true);
  expect(errors.global[0].isClerkRuntimeError()).toBe(false);
});

test('a mistake of the caller leaves the signal as it was', async () => {
  const { clerk } = await withAttempt();
  const before = clerk.__internal_state.signInSignal().errors;
  await expect(clerk.client.signIn.__internal_future.finalize()).rejects.toThrow();
  expect(clerk.__internal_state.signInSignal()).toMatchObject({ errors: before, fetchStatus: 'idle' });
});

test('the waitlist is joined by its signal’s entry, and by an entry that was made before', async () => {
  let id = 0;
  const { clerk } = await loaded(json(), {
    'POST /waitlist': () => ({ id: `wlt_${++id}`, object: 'waitlist', created_at: 1, updated_at: 2 }),
  });
  const { waitlist } = clerk.__internal_state.waitlistSignal();
  const { seen } = following(clerk, 'waitlist');
  expect(waitlist.id).toBe('');
  expect(await waitlist.join({ emailAddress: 'me@example.com' })).toEqual({ error: null });
  await tick();
  expect(waitlist.id).toBe('wlt_1');
  expect(seen.at(-1)).toMatchObject({ fetchStatus: 'idle', waitlist: { id: 'wlt_1' } });
  const entry = await clerk.joinWaitlist({ emailAddress: 'me@example.com' });
  expect((await entry.join({})).error).toBeInstanceOf(TypeError);
  expect(await entry.join({ emailAddress: 'you@example.com' })).toEqual({ error: null });
  expect(entry.id).toBe('wlt_3');
});

test('a listener and a handler that throw disturb nobody', async () => {
  const thrown = vi.fn();
  process.on('unhandledRejection', thrown);
  const { clerk } = await loaded(json([session('sess_1')]), {
    'GET /client': () => ({ response: json([session('sess_1')]), client: null }),
  });
  const told = vi.fn();
  const fail = () => {
    throw new Error('no');
  };
  clerk.addListener(fail);
  clerk.addListener(told, { skipInitialEmit: true });
  clerk.on('status', fail, { notify: true });
  await clerk.client.reload();
  await tick();
  process.off('unhandledRejection', thrown);
  expect(told).toHaveBeenCalledTimes(1);
  expect(thrown).toHaveBeenCalledTimes(3);
});

test('a listener, a handler or an effect that another one takes off is not called any more', async () => {
  const { clerk } = await loaded(json([session('sess_1')]), {
    'GET /client': () => ({ response: json([session('sess_1')]), client: null }),
  });
  const calls = [];
  const note = name => () => calls.push(name);
  let off;
  clerk.addListener(() => off(), { skipInitialEmit: true });
  off = clerk.addListener(note('listener'), { skipInitialEmit: true });
  clerk.addListener(note('last listener'), { skipInitialEmit: true });
  await clerk.client.reload();
  expect(calls.splice(0)).toEqual(['last listener']);

  const fresh = new Clerk(LIVE);
  const handler = note('handler');
  fresh.on('status', () => fresh.off('status', handler));
  fresh.on('status', handler);
  fresh.on('status', note('last handler'));
  await fresh.load({ standardBrowser: false });
  expect(calls.splice(0)).toEqual(['last handler']);

  const { __internal_effect: effect, signInSignal } = clerk.__internal_state;
  let stop;
  let runs = 0;
  effect(() => {
    signInSignal();
    if (runs++) stop();
  });
  stop = effect(() => {
    signInSignal();
    calls.push('effect');
  });
  calls.length = 0;
  await clerk.client.signIn.__internal_future.create({ identifier: 'me@example.com' });
  await tick();
  expect(runs).toBeGreaterThan(1);
  expect(calls).toEqual([]);
});

test('a Clerk object and what it has work when an application has frozen them', async () => {
  const answers = { 'GET /client': () => ({ response: json([session('sess_1')]), client: null }) };
  const { clerk: other } = await loaded(json([session('sess_1')]), answers);
  const clerk = Object.freeze(new Clerk(LIVE));
  await clerk.load({ standardBrowser: false });
  const { addListener, getFapiClient } = clerk;
  expect([addListener, clerk.load, getFapiClient].every(method => typeof method === 'function')).toBe(true);
  expect(clerk.getFapiClient()).toBe(getFapiClient());
  expect(clerk.__internal_state).toBe(clerk.__internal_state);
  for (const one of [clerk.client, clerk.session, clerk.user]) Object.freeze(one);
  const told = vi.fn();
  addListener(told);
  expect(await clerk.client.reload()).toBe(clerk.client);
  expect(told).toHaveBeenCalledTimes(2);
  clerk.__internal_navigateWithError('/x', new Error('no'));
  expect(clerk.__internal_last_error.message).toBe('no');
  expect(other.client.id).toBe('client_1');
});

test('what other scripts have put on every object is nobody\u2019s', async () => {
  Object.assign(Object.prototype, { x: 1, assertion: 'x', redirectUrl: 'x' });
  try {
    const { clerk, requests } = await loaded(json([session('sess_1')]), {
      'GET /client': () => ({ response: json([session('sess_1')]), client: null }),
      'GET /me': () => ({ response: { object: 'user', id: 'user_of_sess_1' }, client: null }),
    });
    await clerk.client.reload();
    await clerk.user.reload();
    expect(clerk.user.id).toBe('user_of_sess_1');
    expect(requests.length).toBeGreaterThan(1);
  } finally {
    for (const name of ['x', 'assertion', 'redirectUrl']) delete Object.prototype[name];
  }
});

test('an element with the name of a page\u2019s hook is none', async () => {
  globalThis.__internal_onBeforeRequest = { id: '__internal_onBeforeRequest' };
  globalThis.__internal_onAfterResponse = { id: '__internal_onAfterResponse' };
  try {
    const { clerk } = await loaded(json([session('sess_1')]), {
      'GET /client': () => ({ response: json([session('sess_1')]), client: null }),
    });
    expect(await clerk.client.reload()).toBe(clerk.client);
  } finally {
    delete globalThis.__internal_onBeforeRequest;
    delete globalThis.__internal_onAfterResponse;
  }
});

test('where a channel to other tabs is a trap, as on Next\u2019s edge, there are no other tabs', async () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'BroadcastChannel');
  Object.defineProperty(globalThis, 'BroadcastChannel', {
    configurable: true,
    get() {
      throw new Error('A Node.js API is used (BroadcastChannel) which is not supported in the Edge Runtime.');
    },
  });
  try {
    const { clerk } = await loaded(json([session('sess_1')]), {
      'GET /client': () => ({ response: json([session('sess_1')]), client: null }),
    });
    expect(await clerk.client.reload()).toBe(clerk.client);
  } finally {
    Object.defineProperty(globalThis, 'BroadcastChannel', own);
  }
});

test.each(['addListener', 'on', '__internal_addNavigationListener'])('%s() takes a function', name => {
  const clerk = new Clerk(LIVE);
  const given = name === 'on' ? ['status', 5] : [5];
  expect(() => clerk[name](...given)).toThrow(TypeError);
});

test('updateClient() takes a client, ours or another that tells its snapshot, and nothing else', async () => {
  const { clerk } = await loaded(json([session('sess_1')]));
  clerk.updateClient(ClientResource.fromJSON(json([session('sess_1'), session('sess_2')], { updated_at: 9e12 })));
  expect(clerk.client.sessions.map(({ id }) => id)).toEqual(['sess_1', 'sess_2']);
  const other = { signedInSessions: [], __internal_toSnapshot: () => json([], { updated_at: 9.1e12 }) };
  clerk.updateClient(other);
  expect(clerk.session).toBe(null);
  for (const none of [null, undefined, 5, 'client', {}, []]) expect(() => clerk.updateClient(none)).toThrow(TypeError);
  expect(clerk.client.sessions).toEqual([]);
});

test('who waits for a Clerk object on this page gets it, or hears that there is none', async () => {
  const ready = (globalThis.__clerk_internal_ready = { __resolve: vi.fn(), __reject: vi.fn() });
  const { clerk } = await loaded(json());
  await tick();
  expect(ready.__resolve).toHaveBeenCalledWith(clerk);
  await expect(loaded(json(), { 'GET /client': refused(403) })).rejects.toThrow();
  await tick();
  expect(ready.__reject.mock.calls[0][0]).toMatchObject({ code: 'clerk_init_failed' });
});

test('components are not here: what shows one throws, what takes one away does nothing', () => {
  const clerk = new Clerk(LIVE);
  for (const name of [
    'openSignIn',
    'mountUserButton',
    '__internal_openReverification',
    '__internal_mountOAuthConsent',
    'assertComponentsReady',
  ]) {
    expect(() => clerk[name](), name).toThrow('Clerk was not loaded with Ui components');
  }
  for (const name of ['closeSignIn', 'unmountUserButton', '__internal_closeReverification'])
    expect(clerk[name](), name).toBe(undefined);
  expect([clerk.telemetry, clerk.uiVersion, clerk.billing]).toEqual([undefined, undefined, undefined]);
});

test('what is on a Clerk object is not shown beside its fields', async () => {
  const { clerk } = await loaded(json([session('sess_1')]));
  void clerk.__internal_state;
  const shown = Object.keys({ ...clerk });
  expect(shown).toContain('session');
  expect(shown.filter(name => name.startsWith('__') || /^(open|mount|on$|off$)/u.test(name))).toEqual([]);
});
