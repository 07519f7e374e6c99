// Session tokens are decoded and not verified: a browser has nothing to verify them with.

import { decodeBase64 } from '../../encoding/base64/browser.js';

/** The parts of a token in the form of clerk-js; undefined for what is not a token. */
export function decodeJwt(text) {
  try {
    const [header, payload, signature, more] = text.split('.');
    if (!signature || more !== undefined) return undefined;
    return {
      encoded: { header, payload, signature },
      header: decode(header),
      claims: { ...decode(payload), __raw: text },
    };
  } catch {
    return undefined;
  }
}

const decode = part => JSON.parse(decodeBase64(part));
