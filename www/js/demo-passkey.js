// A passkey of this browser for somebody whom the emulator gets to know with it: a sign-up has none to give.

/** @type {PublicKeyCredentialParameters} */
const ES256 = { type: 'public-key', alg: -7 };

/** What a seed of the emulator says of a passkey; the browser asks the person for it. */
export async function makePasskey(name) {
  /** @type {any} The browser's types do not know that it is of a public key, and new. */
  const credential = await navigator.credentials.create({
    publicKey: {
      rp: { name: 'clerk-wasm demo', id: location.hostname },
      user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      pubKeyCredParams: [ES256],
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    },
  });
  return { credential_id: credential.id, public_key: base64url(credential.response.getPublicKey()) };
}

const base64url = bytes =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
