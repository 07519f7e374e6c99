// Making a passkey: what the browser is told, and what becomes of its answer.

import { afterEach, expect, test, vi } from 'vitest';
import { client as json, loaded, session } from './lib/fapi.mjs';

const bytes = (...values) => Uint8Array.from(values).buffer;
const options = (more = {}) => ({
  challenge: 'YS1jaGFsbGVuZ2U',
  rp: { name: 'a' },
  user: { id: 'BA', name: 'ada' },
  excludeCredentials: [{ type: 'public-key', id: '-_8' }],
  ...more,
});
const made = {
  id: '-_8',
  rawId: bytes(251, 255),
  type: 'public-key',
  authenticatorAttachment: 'platform',
  response: { clientDataJSON: bytes(123, 125), attestationObject: bytes(1), getTransports: () => ['internal'] },
};
const written = JSON.stringify({
  type: 'public-key',
  id: '-_8',
  rawId: '-_8',
  authenticatorAttachment: 'platform',
  response: { clientDataJSON: 'e30', attestationObject: 'AQ', transports: ['internal'] },
});
const ofDevice = { authenticatorSelection: { authenticatorAttachment: 'platform' } };

afterEach(() => vi.unstubAllGlobals());

/** A user of a server that wants a passkey of these options, in a browser that answers so. */
async function world(create, { publicKey = options(), isThere = true, isOfDevice = true } = {}) {
  const nonce = publicKey && JSON.stringify(publicKey);
  const passkey = status => ({
    response: {
      object: 'passkey',
      id: 'passkey_1',
      name: 'Laptop',
      verification: { status, nonce: status === 'verified' ? null : nonce },
    },
    client: null,
  });
  const { clerk, requests } = await loaded(json([session('sess_1')]), {
    'POST /me/passkeys': passkey('unverified'),
    'POST /me/passkeys/passkey_1/attempt_verification': passkey('verified'),
  });
  const PublicKeyCredential = () => {};
  PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable = async () => isOfDevice;
  vi.stubGlobal('window', isThere ? { PublicKeyCredential } : {});
  vi.stubGlobal('PublicKeyCredential', PublicKeyCredential);
  vi.stubGlobal('navigator', { credentials: { create } });
  return { user: clerk.user, said: () => requests.map(({ call, body }) => `${call} ${body}`.trim()) };
}

test('the browser makes it, and the server hears of it', async () => {
  const create = vi.fn(async () => made);
  const { user, said } = await world(create, { publicKey: options(ofDevice) });
  expect(await user.createPasskey()).toMatchObject({
    id: 'passkey_1',
    name: 'Laptop',
    verification: { status: 'verified', publicKey: null },
  });
  const [{ publicKey }] = create.mock.calls[0];
  expect(Buffer.from(publicKey.challenge).toString()).toBe('a-challenge');
  expect([...new Uint8Array(publicKey.user.id), ...new Uint8Array(publicKey.excludeCredentials[0].id)]).toEqual([
    4, 251, 255,
  ]);
  const body = new URLSearchParams({ strategy: 'passkey', public_key_credential: written });
  expect(said()).toEqual(['POST /me/passkeys', `POST /me/passkeys/passkey_1/attempt_verification ${body}`]);
});

test.for([
  ['InvalidStateError', 'passkey_already_exists'],
  ['NotAllowedError', 'passkey_registration_cancelled'],
  ['AbortError', 'passkey_operation_aborted'],
  ['SecurityError', 'passkey_invalid_rpID_or_domain'],
])('%s of the browser is %s', async ([name, code]) => {
  const { user, said } = await world(() => Promise.reject(new DOMException('no', name)));
  await expect(user.createPasskey()).rejects.toMatchObject({ name: 'ClerkWebAuthnError', code });
  expect(said()).toHaveLength(1);
});

test.for([
  ['no passkeys', { isThere: false }, 'passkey_not_supported', 0],
  ['none of the device', { isOfDevice: false, publicKey: options(ofDevice) }, 'passkey_pa_not_supported', 1],
  ['none in the end', {}, 'passkey_registration_failed', 1],
  ['nothing that it should be of', { publicKey: null }, undefined, 1],
])('a browser with %s', async ([, what, code, count]) => {
  const { user, said } = await world(async () => null, what);
  const failure = await user.createPasskey().catch(error => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure.code).toBe(code);
  expect(said()).toHaveLength(count);
});
