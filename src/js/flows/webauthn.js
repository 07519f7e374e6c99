// What is the same when a passkey is made and when it is used.

import { tools } from './tools.js';

export const toText = bytes =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/** A browser's credential as the text that is sent; `rest` is what differs in its response. */
export const credentialText = ({ type, id, rawId, authenticatorAttachment, response }, rest) =>
  JSON.stringify({
    type,
    id,
    rawId: toText(rawId),
    authenticatorAttachment,
    response: { clientDataJSON: toText(response.clientDataJSON), ...rest(response) },
  });

/** What the browser's refusals are called, by the name of its error. */
const codes = { AbortError: 'operation_aborted', SecurityError: 'invalid_rpID_or_domain' };
const SECURITY_DOCS = 'https://clerk.com/docs/deployments/overview#authentication-across-subdomains';

export const passkeyFailure = (message, code, docsUrl) =>
  new tools.ClerkWebAuthnError(message, { code: 'passkey_' + code, docsUrl });

/** What is thrown for a refusal of the browser; `own` are the codes that only this question has. */
export function refused(error, own) {
  const { name, message } = error;
  const code = own[name] ?? codes[name];
  return code ? passkeyFailure(message, code, name[0] === 'S' ? SECURITY_DOCS : undefined) : error;
}

/** @throws {ClerkWebAuthnError} When there are no passkeys here. */
export function needsPasskeys() {
  if (typeof globalThis.window?.PublicKeyCredential !== 'function')
    throw passkeyFailure('This browser has no passkeys.', 'not_supported');
}
