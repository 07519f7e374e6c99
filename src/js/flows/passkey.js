// Passkeys: what the server wants signed goes to the browser, and its answer back, both as JSON with base64url for bytes.

import { factorOf } from './factors.js';
import { failure, tools } from './tools.js';
import { credentialText, needsPasskeys, passkeyFailure, refused, toText } from './webauthn.js';

/** @import { AuthenticateWithPasskeyParams, SessionResource, SignInResource } from 'clerk-wasm' */

const NOTHING_TO_SIGN = 'The server has not said what a passkey should sign.';

/** The question that the browser asks now: it takes no second one. */
let asked;

/**
 * Has one of the user's passkeys sign the server's `nonce`.
 * @param isOffered Whether the browser offers them in a field of the page, and does not ask by itself.
 * @returns The browser's credential.
 * @throws {ClerkWebAuthnError} When there are no passkeys here, or the person or the browser refuses.
 */
async function sign(nonce, isOffered) {
  needsPasskeys();
  if (!nonce) throw new Error(NOTHING_TO_SIGN);
  const publicKey = JSON.parse(nonce);
  publicKey.challenge = tools.toBytes(publicKey.challenge);
  publicKey.allowCredentials = (publicKey.allowCredentials ?? []).map(known => ({
    ...known,
    id: tools.toBytes(known.id),
  }));
  asked?.abort();
  asked = new AbortController();
  let credential;
  try {
    credential = await navigator.credentials.get({
      publicKey,
      mediation: isOffered ? 'conditional' : 'optional',
      signal: asked.signal,
    });
  } catch (error) {
    throw refused(error, { NotAllowedError: 'retrieval_cancelled' });
  }
  if (!credential) throw passkeyFailure('The browser gave no passkey.', 'retrieval_failed');
  return credential;
}

/** The same for a sign-in, whose error has a code. */
function signFor({ nonce }, isOffered) {
  needsPasskeys();
  if (!nonce) throw failure('missing_public_key_options', NOTHING_TO_SIGN);
  return sign(nonce, isOffered);
}

/**
 * A browser's credential as the text that is sent.
 * @returns {any} The methods say that they take what the browser gives, which is for applications.
 */
export const written = credential =>
  credentialText(credential, ({ authenticatorData, signature, userHandle }) => ({
    authenticatorData: toText(authenticatorData),
    signature: toText(signature),
    userHandle: userHandle ? toText(userHandle) : null,
  }));

/**
 * `session.verifyWithPasskey()`
 * @param {SessionResource} session
 */
export async function verifyWithPasskey(session) {
  const strategy = 'passkey';
  const { firstFactorVerification } = await session.prepareFirstFactorVerification({ strategy });
  const publicKeyCredential = written(await sign(firstFactorVerification.nonce));
  return session.attemptFirstFactorVerification({ strategy, publicKeyCredential });
}

/**
 * `signIn.mfa.passkey()` of the custom-flow API
 * @param {SignInResource} signIn
 */
export async function passSecondFactor(signIn) {
  const strategy = 'passkey';
  factorOf(signIn.supportedSecondFactors, strategy, { name: 'a passkey' });
  await signIn.prepareSecondFactor({ strategy });
  const publicKeyCredential = written(await signFor(signIn.secondFactorVerification));
  return signIn.attemptSecondFactor({ publicKeyCredential, strategy });
}

const isAutofillPossible = async () => !!(await globalThis.PublicKeyCredential.isConditionalMediationAvailable?.());

/**
 * `signIn.authenticateWithPasskey()`
 * @param {SignInResource} signIn
 * @param {AuthenticateWithPasskeyParams} params
 */
export async function authenticateWithPasskey(signIn, { flow } = {}) {
  needsPasskeys();
  const strategy = 'passkey';
  if (flow === 'autofill' || flow === 'discoverable') {
    await signIn.create({ strategy });
  } else {
    factorOf(signIn.supportedFirstFactors, strategy, { name: 'a passkey' });
    await signIn.prepareFirstFactor({ strategy });
  }
  const isOffered = flow === 'autofill' && (await isAutofillPossible());
  const publicKeyCredential = written(await signFor(signIn.firstFactorVerification, isOffered));
  return signIn.attemptFirstFactor({ publicKeyCredential, strategy });
}
