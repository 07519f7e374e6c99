// What the server says of passkeys, as browsers take it: bytes in place of base64url.

import { bytesOf, decodeBinary } from '../../encoding/base64/browser.js';

export const toBytes = base64 => bytesOf(decodeBinary(base64)).buffer;

/** What `navigator.credentials.create()` takes; null for anything that says nothing of it. */
export function creationOptions(nonce) {
  try {
    const options = JSON.parse(nonce);
    const { user, challenge, excludeCredentials } = options;
    return {
      ...options,
      excludeCredentials: (excludeCredentials ?? []).map(known => ({ ...known, id: toBytes(known.id) })),
      challenge: toBytes(challenge),
      user: { ...user, id: toBytes(user.id) },
    };
  } catch {
    return null;
  }
}
