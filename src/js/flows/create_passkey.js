// Making a passkey: the server says of what, the browser makes it, and the server hears of it.

import { tools } from './tools.js';
import { credentialText, needsPasskeys, passkeyFailure, refused, toText } from './webauthn.js';

/** @import { UserResource } from 'clerk-wasm' */

const PROVE = '__internal_attemptVerification';
const codes = { InvalidStateError: 'already_exists', NotAllowedError: 'registration_cancelled' };

async function make(publicKey) {
  if (!publicKey) throw new Error('The server has not said what a passkey should be made of.');
  const isOfDevice = publicKey.authenticatorSelection?.authenticatorAttachment === 'platform';
  if (isOfDevice && !(await globalThis.PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) {
    throw passkeyFailure('This device keeps no passkeys.', 'pa_not_supported');
  }
  let credential;
  try {
    credential = await navigator.credentials.create({ publicKey });
  } catch (error) {
    throw refused(error, codes);
  }
  if (!credential) throw passkeyFailure('The browser made no passkey.', 'registration_failed');
  return credential;
}

const written = credential =>
  credentialText(credential, response => ({
    attestationObject: toText(response.attestationObject),
    transports: response.getTransports(),
  }));

/**
 * `user.createPasskey()`
 * @param {UserResource} user
 */
export async function createPasskey(user) {
  needsPasskeys();
  const { createPasskey: begin } = tools.accounts('User', 'createPasskey');
  const { [PROVE]: prove } = tools.accounts('Passkey', PROVE);
  const passkey = await begin(user);
  const publicKeyCredential = written(await make(passkey.verification?.publicKey));
  return prove(passkey, { strategy: 'passkey', publicKeyCredential });
}
