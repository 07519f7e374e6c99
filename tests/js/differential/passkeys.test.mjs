// Passkeys, with an authenticator: Chromium's virtual one signs what the emulator gives out, and the emulator checks it.
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addAuthenticator } from '../lib/authenticator.mjs';
import { ada } from './language.mjs';
import { openArena } from './lib/arena.mjs';
import { openTabs } from './lib/tabs.mjs';
import { MIRRORED, NEWER, OURS } from './lib/versions.mjs';

/** A busy machine is no reason to fail. */
const LIMIT_MS = 120_000;
/** So long until the authenticator has been asked, from when the page has asked the browser. */
const ASKED_MS = 500;
const ID = Buffer.from('a-passkey');

let arena;
let tabs;
beforeAll(async () => (arena = await openArena('passkeys')), LIMIT_MS);
afterAll(() => arena.close(), LIMIT_MS);
afterEach(() => tabs.close(), LIMIT_MS);

/** Ada, who has this passkey, on a page where `client` has loaded and a reverification has begun. */
async function open(client, publicKey) {
  const public_key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  const keeper = { ...ada, passkeys: [{ credential_id: ID.toString('base64url'), public_key }] };
  tabs = await openTabs(arena, [keeper]);
  const { page, step } = await tabs.open(client);
  await step({ call: 'session.startVerification', args: [{ level: 'first_factor' }] });
  return page;
}

/** The same, with an authenticator that holds the passkey. */
async function openWithPasskey(client) {
  const { publicKey, privateKey } = keys();
  const page = await open(client, publicKey);
  return { page, ...(await addAuthenticator(page, { id: ID, privateKey })) };
}

/** What `session.verifyWithPasskey()` comes to: the status of the reverification, or the error. */
const verify = page =>
  page.evaluate(async () => {
    const { session } = window.stage.clerk;
    try {
      const { status, firstFactorVerification } = await session.verifyWithPasskey();
      return { status, factor: firstFactorVerification.status, ages: session.factorVerificationAge };
    } catch ({ constructor: { kind }, code, errors }) {
      return { kind, code: errors?.[0].code ?? code };
    }
  });

const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe.each([MIRRORED, NEWER, OURS])('%s', client => {
  test('a passkey verifies, again and again', { timeout: LIMIT_MS }, async () => {
    const { page, devtools, authenticatorId } = await openWithPasskey(client);
    for (const uses of [1, 2]) {
      await page.evaluate(() => window.stage.clerk.session.startVerification({ level: 'first_factor' }));
      expect(await verify(page)).toEqual({ status: 'complete', factor: 'verified', ages: [0, -1] });
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
      expect(credentials.map(({ signCount }) => signCount)).toEqual([uses]);
    }
  });

  test('a passkey of another key is refused by the server', { timeout: LIMIT_MS }, async () => {
    const page = await open(client, keys().publicKey);
    await addAuthenticator(page, { id: ID, privateKey: keys().privateKey });
    expect(await verify(page)).toEqual({ kind: 'ClerkAPIResponseError', code: 'passkey_authentication_failure' });
  });

  test('the person refuses', { timeout: LIMIT_MS }, async () => {
    const { page, devtools, authenticatorId } = await openWithPasskey(client);
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await devtools.send('WebAuthn.removeCredential', { authenticatorId, credentialId: ID.toString('base64') });
    expect(await verify(page)).toEqual({ kind: 'ClerkRuntimeError', code: 'passkey_retrieval_cancelled' });
  });

  test('a page of another site', { timeout: LIMIT_MS }, async () => {
    const page = await open(client, keys().publicKey);
    await arena.emulator.control('POST faults', {
      path: '/v1/client/sessions/*/verify/prepare_first_factor',
      times: 1,
      json_patch: [
        {
          op: 'replace',
          path: '/response/first_factor_verification/nonce',
          value: '{"challenge":"YQ","rpId":"example.com"}',
        },
      ],
    });
    expect(await verify(page)).toEqual({ kind: 'ClerkRuntimeError', code: 'passkey_invalid_rpID_or_domain' });
  });

  test('a second question ends the first', { timeout: LIMIT_MS }, async () => {
    const { page, devtools, authenticatorId } = await openWithPasskey(client);
    await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false });
    await page.evaluate(() => {
      const { get } = CredentialsContainer.prototype;
      window.asked = new Promise(
        resolve =>
          (CredentialsContainer.prototype.get = function (...args) {
            resolve();
            return get.apply(this, args);
          }),
      );
    });
    const first = verify(page);
    await page.evaluate(() => window.asked);
    await page.waitForTimeout(ASKED_MS);
    await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true });
    const second = verify(page);
    expect(await first).toEqual({ kind: 'ClerkRuntimeError', code: 'passkey_operation_aborted' });
    expect(await second).toMatchObject({ status: 'complete' });
  });
});
