// Passkeys as text, with base64url for bytes. It has no state, so the flows may have a copy of it.

import { bytesOf, decodeBinary } from '../../encoding/base64/browser.js';
import { undefinedIfThrown } from './page.js';

export const toBytes = base64 => bytesOf(decodeBinary(base64)).buffer;

const toText = bytes =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/** A credential as the text that is sent; `rest` is what differs in its response. */
const textOf = ({ type, id, rawId, authenticatorAttachment, response }, rest) =>
  JSON.stringify({
    type,
    id,
    rawId: toText(rawId),
    authenticatorAttachment,
    response: { clientDataJSON: toText(response.clientDataJSON), ...rest(response) },
  });

/** A credential that has signed as the text that is sent. */
export const signedText = credential =>
  textOf(credential, ({ authenticatorData, signature, userHandle }) => ({
    authenticatorData: toText(authenticatorData),
    signature: toText(signature),
    userHandle: userHandle ? toText(userHandle) : null,
  }));

/** A credential that was made as the text that is sent. */
export const madeText = credential =>
  textOf(credential, response => ({
    attestationObject: toText(response.attestationObject),
    transports: response.getTransports(),
  }));

export const isSupported = () => undefinedIfThrown(() => typeof window.PublicKeyCredential === 'function') ?? false;
