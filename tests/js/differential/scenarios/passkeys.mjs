// Reverification by a passkey. The browser's part is told here what it has to say; tests with an authenticator are in passkeys.test.mjs.
import { ada, call, fault, get, load, patched, scenario, set } from '../language.mjs';

/** Its private key is nobody's any more. */
const PUBLIC_KEY =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEyAh1C0FQXYqepvoKQdxodC20tZezqbMBEwpLwzcGoZwZDJQJ07f5QnsKzfWhKnAlXGFC8xb4BmBstU-p1RqprA';
const keeper = { ...ada, passkeys: [{ credential_id: 'YS1wYXNza2V5', public_key: PUBLIC_KEY }] };
const one = { users: [keeper], signedIn: [keeper] };
const PREPARE = '/client/sessions/*/verify/prepare_first_factor';

const deed = (name, ...args) => call(`session.${name}`, ...args);
const start = deed('startVerification', { level: 'first_factor' });
const prepare = deed('prepareFirstFactorVerification', { strategy: 'passkey' });
const verify = deed('verifyWithPasskey');
const attempt = publicKeyCredential =>
  deed('attemptFirstFactorVerification', { strategy: 'passkey', publicKeyCredential });
/** What the browser says when it is asked for a passkey. */
const browser = answer => set('window.navigator.credentials.get', { $function: 'get', ...answer });

const credential = (response = {}) => ({
  id: 'YS1wYXNza2V5',
  type: 'public-key',
  rawId: [97, 45, 251, 255],
  authenticatorAttachment: 'platform',
  response: {
    clientDataJSON: [123, 125],
    authenticatorData: [250, 251, 252, 253],
    signature: [1],
    userHandle: null,
    ...response,
  },
});

export const scenarios = [
  scenario('a user with a passkey', { ...one, steps: [load(), get('user.passkeys.0.name')] }),
  scenario('a passkey among the first factors', {
    ...one,
    steps: [load(), start, get('kept.result.supportedFirstFactors')],
  }),
  scenario('something for a passkey to sign', {
    ...one,
    steps: [load(), start, prepare, get('kept.result.firstFactorVerification.nonce')],
  }),
  scenario('a credential that was not signed for this', {
    ...one,
    steps: [load(), start, prepare, attempt(credential())],
  }),
  scenario('a credential with the handle of its user', {
    ...one,
    steps: [load(), start, prepare, attempt(credential({ userHandle: [117, 49] }))],
  }),
  scenario('a credential of a security key', {
    ...one,
    steps: [load(), start, prepare, attempt({ ...credential(), authenticatorAttachment: null })],
  }),
  scenario('a user without a passkey verifies with one', { signedIn: [ada], steps: [load(), start, verify] }),
  scenario('a passkey before a reverification has begun', { ...one, steps: [load(), verify] }),
  scenario('a browser without passkeys', {
    ...one,
    steps: [load(), start, set('window.PublicKeyCredential', undefined), verify],
  }),
  scenario('a browser that gives no passkey', { ...one, steps: [load(), start, browser({ returns: null }), verify] }),
  scenario('a browser that fails', { ...one, steps: [load(), start, browser({ throws: 'It broke.' }), verify] }),
  scenario('a browser that gives a passkey', {
    ...one,
    steps: [load(), start, browser({ returns: credential() }), verify],
  }),
  scenario('a challenge that is missing', {
    ...one,
    steps: [
      load(),
      start,
      patched(PREPARE, { op: 'remove', path: '/response/first_factor_verification/nonce' }),
      verify,
    ],
  }),
  scenario('a challenge that names no passkeys', {
    ...one,
    steps: [
      load(),
      start,
      patched(PREPARE, {
        op: 'replace',
        path: '/response/first_factor_verification/nonce',
        value: '{"challenge":"YQ"}',
      }),
      browser({ returns: null }),
      verify,
    ],
  }),
  scenario('a challenge that cannot be asked for', {
    ...one,
    steps: [load(), start, fault(PREPARE, { status: 500, times: 1 }), verify],
  }),
];
