// Errors of real calls, on the emulator: the guards of the npm package `@clerk/shared` know them, and they tell what it said.

import * as shared from '@clerk/shared/error';
import * as ours from 'clerk-wasm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ada, emulated } from './lib/emulated.mjs';

let api;
beforeAll(async () => (api = await emulated()));
afterAll(() => api.stop());
beforeEach(async () => {
  await api.control('POST reset');
  await api.control('POST seed', { users: [ada] });
});

const failed = promise =>
  promise.then(
    () => expect.unreachable('it resolved'),
    error => error,
  );
const credentials = { strategy: 'password', identifier: ada.email_address, password: ada.password };
const fault = (path, how) => api.control('POST faults', { path: `/v1/client/${path}`, ...how });
const refusal = (status, body) => ({ status, body: JSON.stringify(body), content_type: 'application/json' });

async function signedIn() {
  const clerk = await api.onLive();
  const { createdSessionId } = await clerk.client.signIn.create(credentials);
  await clerk.setActive({ session: createdSessionId });
  return clerk;
}

function isRefusal(error) {
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(ours.ClerkAPIResponseError);
  for (const side of [ours, shared]) {
    expect([side.isClerkAPIResponseError(error), side.isKnownError(error), side.isClerkRuntimeError(error)]).toEqual([
      true,
      true,
      false,
    ]);
  }
  expect(error.errors.every(one => shared.isClerkAPIError(one))).toBe(true);
  expect(error).toMatchObject({
    name: 'ClerkAPIResponseError',
    code: 'api_response_error',
    clerkError: true,
    cause: undefined,
  });
}

test('a wrong password is a refusal that names its field and its trace', async () => {
  const { client } = await api.onLive();
  const error = await failed(client.signIn.create({ ...credentials, password: 'another' }));
  isRefusal(error);
  expect(error.status).toBe(422);
  expect(error.errors[0]).toMatchObject({ code: 'form_password_incorrect', meta: { paramName: 'password' } });
  expect(error.message).toBe(error.errors[0].longMessage);
  expect(error.clerkTraceId).toMatch(/^\w{16,}$/u);
  expect(String(error)).toContain(`Status:422\nSerialized errors: {"code":"form_password_incorrect"`);
  expect(String(error)).toContain(`\nClerk Trace ID: ${error.clerkTraceId}`);
});

test('a locked user is known as one', async () => {
  await api.control('PATCH settings', { lockout_max_attempts: 1 });
  const { client } = await api.onLive();
  await failed(client.signIn.create({ ...credentials, password: 'another' }));
  const error = await failed(client.signIn.create(credentials));
  isRefusal(error);
  expect([ours, shared].map(side => side.isUserLockedError(error))).toEqual([true, true]);
});

test('meta that this version does not know survives', async () => {
  const meta = { param_name: 'identifier', seats_quantity: 3, a_thing: { of_later: [1] } };
  await fault('sign_ins', refusal(422, { errors: [{ code: 'later', message: 'm', meta }], clerk_trace_id: 'trace_1' }));
  const { client } = await api.onLive();
  const error = await failed(client.signIn.create(credentials));
  isRefusal(error);
  expect(error.errors[0].meta).toEqual({ paramName: 'identifier', seatsQuantity: 3, aThing: { of_later: [1] } });
  expect(error.clerkTraceId).toBe('trace_1');
});

test.each([
  ['60', 60],
  ['abcd', undefined],
])('a 429 without errors and with Retry-After %s has retryAfter %s', async (header, seconds) => {
  await fault('sign_ins', { ...refusal(429, {}), headers: { 'retry-after': header } });
  const { client } = await api.onLive();
  const error = await failed(client.signIn.create(credentials));
  isRefusal(error);
  expect(error).toMatchObject({ status: 429, retryAfter: seconds, errors: [] });
  expect(shared.is429Error(error)).toBe(true);
});

test("a proxy's 502 in HTML keeps its status", async () => {
  await fault('sign_ins', { status: 502, body: '<h1>Bad gateway</h1>', content_type: 'text/html' });
  const { client } = await api.onLive();
  const error = await failed(client.signIn.create(credentials));
  isRefusal(error);
  expect(error).toMatchObject({ status: 502, errors: [] });
  expect(error.message).toBe('Bad Gateway');
});

test('a session that is over answers with a refusal that @clerk/shared takes for one of a signed-out user', async () => {
  const { session } = await signedIn();
  await fault('sessions/*/tokens', refusal(401, { errors: [{ code: 'authentication_invalid', message: 'm' }] }));
  const error = await failed(session.getToken({ skipCache: true }));
  isRefusal(error);
  expect([shared.isUnauthenticatedError(error), shared.is4xxError(error)]).toEqual([true, true]);
});
