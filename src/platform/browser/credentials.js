// Passkeys, by `navigator.credentials`: what is asked and what is answered is JSON with base64url for bytes. No promise of these rejects: what
// the browser refuses is told.

import { madeText, signedText, toBytes } from './credential_text.js';
import { undefinedIfThrown } from './page.js';

const withBytes = known => ({ ...known, id: toBytes(known.id) });

/** The question that the browser asks now: it takes no second one. */
let asked;

/** What the browser answers: the text of a credential, nothing, or why it gives none. */
async function answer(ask) {
  try {
    return { text: await ask() };
  } catch (error) {
    const told = name => undefinedIfThrown(() => `${error[name]}`) ?? '';
    return { error, name: told('name'), message: told('message') };
  }
}

const says = async ask => {
  try {
    return !!(await ask());
  } catch {
    return false;
  }
};

/** Whether the browser offers passkeys in a field of the page. */
export const canBeOffered = () => says(() => window.PublicKeyCredential.isConditionalMediationAvailable?.());

/** Whether this device keeps passkeys itself. */
export const isKeptByDevice = () =>
  says(() => window.PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());

/** Has a passkey sign what `options` say. A question that is open ends. */
export const sign = (options, isOffered) =>
  answer(async () => {
    const publicKey = JSON.parse(options);
    publicKey.challenge = toBytes(publicKey.challenge);
    publicKey.allowCredentials = (publicKey.allowCredentials ?? []).map(withBytes);
    asked?.abort();
    asked = new AbortController();
    const mediation = isOffered ? 'conditional' : 'optional';
    const credential = await navigator.credentials.get({ publicKey, mediation, signal: asked.signal });
    return credential ? signedText(credential) : undefined;
  });

/** Has a passkey made of what `options` say. */
export const make = options =>
  answer(async () => {
    const { user, challenge, excludeCredentials, ...rest } = JSON.parse(options);
    const publicKey = {
      ...rest,
      excludeCredentials: (excludeCredentials ?? []).map(withBytes),
      challenge: toBytes(challenge),
      user: { ...user, id: toBytes(user.id) },
    };
    const credential = await navigator.credentials.create({ publicKey });
    return credential ? madeText(credential) : undefined;
  });
