// Signing in by a passkey: what the browser is asked, and what becomes of its answer.

import { isClerkRuntimeError } from 'clerk-wasm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signIn as signInJson, withAttempt } from './lib/attempts.mjs';

const bytes = (...values) => Uint8Array.from(values).buffer;
const nonce = JSON.stringify({
  challenge: 'YS1jaGFsbGVuZ2U',
  rpId: 'example.com',
  allowCredentials: [{ type: 'public-key', id: '-_8' }],
});
const challenged = signInJson({ first_factor_verification: { status: 'unverified', strategy: 'passkey', nonce } });
const credential = {
  id: '-_8',
  rawId: bytes(251, 255),
  type: 'public-key',
  authenticatorAttachment: 'platform',
  response: { clientDataJSON: bytes(123, 125), authenticatorData: bytes(1), signature: bytes(2, 3), userHandle: null },
};
const written = JSON.stringify({
  type: 'public-key',
  id: '-_8',
  rawId: '-_8',
  authenticatorAttachment: 'platform',
  response: { clientDataJSON: 'e30', authenticatorData: 'AQ', signature: 'AgM', userHandle: null },
});
const PREPARE = 'POST /client/sign_ins/sia_1/prepare_first_factor strategy=passkey';
const ATTEMPT = `POST /client/sign_ins/sia_1/attempt_first_factor ${new URLSearchParams({ public_key_credential: written })}&strategy=passkey`;

let get;
let isAutofillPossible;

beforeEach(() => {
  get = vi.fn(async () => credential);
  isAutofillPossible = true;
  const PublicKeyCredential = () => {};
  PublicKeyCredential.isConditionalMediationAvailable = async () => isAutofillPossible;
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('PublicKeyCredential', PublicKeyCredential);
  vi.stubGlobal('navigator', { credentials: { get } });
});
afterEach(() => vi.unstubAllGlobals());

const inWays = [
  ['authenticateWithPasskey', signIn => params => signIn.authenticateWithPasskey(params)],
  [
    'the custom-flow API',
    signIn => async params => {
      const { error } = await signIn.__internal_future.passkey(params);
      if (error) throw error;
    },
  ],
];

test.for(inWays)('%s asks for a passkey of the user of the attempt', async ([, way]) => {
  const { client, sent } = await withAttempt({ has: { sign_in: challenged }, answer: challenged });
  await way(client.signIn)();
  expect(sent()).toEqual([PREPARE, ATTEMPT]);
  const [{ publicKey, mediation, signal }] = get.mock.calls[0];
  expect(mediation).toBe('optional');
  expect(signal).toBeInstanceOf(AbortSignal);
  expect(Buffer.from(publicKey.challenge).toString()).toBe('a-challenge');
  expect([...new Uint8Array(publicKey.allowCredentials[0].id)]).toEqual([251, 255]);
});

test('a passkey is the second factor, where the instance takes one', async () => {
  const has = signInJson({
    status: 'needs_second_factor',
    supported_second_factors: [{ strategy: 'passkey' }],
    second_factor_verification: { status: 'unverified', strategy: 'passkey', nonce },
  });
  const { client, sent } = await withAttempt({ has: { sign_in: has }, answer: has });
  expect(await client.signIn.__internal_future.mfa.passkey()).toEqual({ error: null });
  const second = call => call.replace('first_factor', 'second_factor');
  expect(sent()).toEqual([second(PREPARE), second(ATTEMPT)]);
});

test('no passkey is asked for as a second factor that the sign-in does not have', async () => {
  const { client, sent } = await withAttempt({ has: { sign_in: challenged }, answer: challenged });
  const { error } = await client.signIn.__internal_future.mfa.passkey();
  expect(error.code).toBe('factor_not_found');
  expect(sent()).toEqual([]);
  expect(get).not.toHaveBeenCalled();
});

test.for([
  ['discoverable', true, 'optional'],
  ['autofill', true, 'conditional'],
  ['autofill', false, 'optional'],
])('by the flow %s nobody has to be known (autofill possible: %s)', async ([flow, possible, mediation]) => {
  isAutofillPossible = possible;
  for (const [, way] of inWays) {
    const { client, sent } = await withAttempt({ answer: challenged });
    await way(client.signIn)({ flow });
    expect(sent()).toEqual(['POST /client/sign_ins strategy=passkey', ATTEMPT]);
    expect(get.mock.lastCall[0].mediation).toBe(mediation);
  }
});

test.for(inWays)('%s: without passkeys in the browser it rejects, and nothing is sent', async ([, way]) => {
  vi.stubGlobal('PublicKeyCredential', undefined);
  const { client, sent } = await withAttempt({ has: { sign_in: challenged } });
  await expect(way(client.signIn)()).rejects.toMatchObject({ code: 'passkey_not_supported' });
  await expect(client.signIn.__internal_future.passkey()).rejects.toMatchObject({ code: 'passkey_not_supported' });
  expect(sent()).toEqual([]);
});

test.for(inWays)('%s: a user without a passkey, and a browser that gives none', async ([, way]) => {
  const without = await withAttempt({
    has: { sign_in: { ...challenged, supported_first_factors: [{ strategy: 'password' }] } },
  });
  await expect(way(without.client.signIn)()).rejects.toMatchObject({ code: 'factor_not_found' });
  expect(without.sent()).toEqual([]);
  const silent = await withAttempt({ has: { sign_in: signInJson() } });
  await expect(way(silent.client.signIn)()).rejects.toThrow(/passkey should sign/u);
  get = vi.fn(async () => null);
  vi.stubGlobal('navigator', { credentials: { get } });
  const { client } = await withAttempt({ has: { sign_in: challenged }, answer: challenged });
  const failure = await way(client.signIn)().catch(error => error);
  expect(failure.code).toBe('passkey_retrieval_failed');
  expect(isClerkRuntimeError(failure)).toBe(true);
});

test.for([
  ['NotAllowedError', 'passkey_retrieval_cancelled'],
  ['AbortError', 'passkey_operation_aborted'],
  ['SecurityError', 'passkey_invalid_rpID_or_domain'],
])('a browser that refuses with %s', async ([name, code]) => {
  get.mockRejectedValue(new DOMException('no', name));
  const { client } = await withAttempt({ has: { sign_in: challenged }, answer: challenged });
  await expect(client.signIn.authenticateWithPasskey()).rejects.toMatchObject({ code });
});

test('a credential that the page has asked for itself is sent as text', async () => {
  const { client, sent } = await withAttempt({ has: { sign_in: challenged }, answer: challenged });
  await client.signIn.attemptFirstFactor({ publicKeyCredential: credential, strategy: 'passkey' });
  expect(sent()).toEqual([ATTEMPT]);
});
