// Passkeys: what the server wants signed goes to the browser, and its answer back, both as JSON with base64url for bytes.

import { factorOf } from './factors.js';
import { tools } from './tools.js';

const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt()).buffer;

const toText = bytes =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/** What the browser's refusals are called, by the name of its error. */
const codes = {
  NotAllowedError: 'retrieval_cancelled',
  AbortError: 'operation_aborted',
  SecurityError: 'invalid_rpID_or_domain',
};
const SECURITY_DOCS = 'https://clerk.com/docs/deployments/overview#authentication-across-subdomains';

const failure = (message, code, docsUrl) => new tools.ClerkWebAuthnError(message, { code: 'passkey_' + code, docsUrl });

/** The question that the browser asks now: it takes no second one. */
let asked;

/** @throws {ClerkWebAuthnError} When there are no passkeys here. */
export function needsPasskeys() {
  if (typeof globalThis.window?.PublicKeyCredential !== 'function') throw failure('This browser has no passkeys.', 'not_supported');
}

/**
 * Has one of the user's passkeys sign the server's `nonce`.
 * @param isOffered Whether the browser offers them in a field of the page, and does not ask by itself.
 * @returns The browser's credential.
 * @throws {ClerkWebAuthnError} When there are no passkeys here, or the person or the browser refuses.
 */
async function sign(nonce, isOffered) {
  needsPasskeys();
  if (!nonce) throw new Error('The server has not said what a passkey should sign.');
  const publicKey = JSON.parse(nonce);
  publicKey.challenge = toBytes(publicKey.challenge);
  publicKey.allowCredentials = (publicKey.allowCredentials ?? []).map(known => ({ ...known, id: toBytes(known.id) }));
  asked?.abort();
  asked = new AbortController();
  let credential;
  try {
    credential = await navigator.credentials.get({ publicKey, mediation: isOffered ? 'conditional' : 'optional', signal: asked.signal });
  } catch (error) {
    const { name, message } = error;
    throw codes[name] ? failure(message, codes[name], name[0] === 'S' ? SECURITY_DOCS : undefined) : error;
  }
  if (!credential) throw failure('The browser gave no passkey.', 'retrieval_failed');
  return credential;
}

/** A browser's credential as the text that is sent. */
export function written({ type, id, rawId, authenticatorAttachment, response }) {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return JSON.stringify({
    type,
    id,
    rawId: toText(rawId),
    authenticatorAttachment,
    response: {
      clientDataJSON: toText(clientDataJSON),
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      userHandle: userHandle ? toText(userHandle) : null,
    },
  });
}

/** `session.verifyWithPasskey()` */
export async function verifyWithPasskey(session) {
  const strategy = 'passkey';
  const { firstFactorVerification } = await session.prepareFirstFactorVerification({ strategy });
  const publicKeyCredential = written(await sign(firstFactorVerification.nonce));
  return session.attemptFirstFactorVerification({ strategy, publicKeyCredential });
}

const isAutofillPossible = async () => !!(await globalThis.PublicKeyCredential.isConditionalMediationAvailable?.());

/** `signIn.authenticateWithPasskey()` */
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
  const publicKeyCredential = written(await sign(signIn.firstFactorVerification.nonce, isOffered));
  return signIn.attemptFirstFactor({ publicKeyCredential, strategy });
}
