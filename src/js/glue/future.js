// The custom-flow API of sign-ins and sign-ups: what it shows is here, what it does is in `../flows`.

import { following } from './events.js';
import { clerkOf, HIDDEN, hooksOf } from './hidden.js';
import { runFlow } from './lazy.js';

/** What an attempt has, and its custom-flow API has not, or otherwise. */
const hiddenRows = 'pathRoot verifications web3wallet supportedIdentifiers clientTrustState';

/** The session of a user who turned out to be signed in. */
const existingSession = ({ status, error }, statuses) => {
  const sessionId = error?.meta?.sessionId;
  return statuses.includes(status) && error?.code === 'identifier_already_signed_in' && sessionId
    ? { sessionId }
    : undefined;
};

/** What is not shown as the attempt has it. */
const computed = {
  SignIn: {
    status: ({ status }) => status || 'needs_identifier',
    supportedFirstFactors: ({ supportedFirstFactors }) => supportedFirstFactors ?? [],
    supportedSecondFactors: ({ supportedSecondFactors }) => supportedSecondFactors ?? [],
    ssoBypassFirstFactors: ({ ssoBypassFirstFactors }) => ssoBypassFirstFactors ?? [],
    isTransferable: ({ firstFactorVerification }) => firstFactorVerification.status === 'transferable',
    existingSession: ({ firstFactorVerification }) => existingSession(firstFactorVerification, ['failed']),
    'emailLink.verification': followed,
  },
  SignUp: {
    status: ({ status }) => status || 'missing_requirements',
    web3Wallet: ({ web3wallet }) => web3wallet,
    isTransferable: ({ verifications: { externalAccount } }) =>
      externalAccount.status === 'transferable' && externalAccount.error?.code === 'external_account_exists',
    existingSession: ({ verifications }) => existingSession(verifications.externalAccount, ['failed', 'unverified']),
    ...Object.fromEntries(
      ['emailAddress', 'phoneNumber', 'web3Wallet', 'externalAccount'].map(name => [
        'verifications.' + name,
        ({ verifications }) => verifications[name],
      ]),
    ),
    'verifications.emailLinkVerification': followed,
  },
};

const code = 'sendCode verifyCode';
const common = 'create sso ticket web3 submitProtectCheck finalize password';

/** What is done; names after a colon are those of an object. */
const methods = {
  SignIn: [
    common + ' passkey',
    'emailCode:' + code,
    'phoneCode:' + code,
    'emailLink:sendLink waitForVerification',
    `resetPasswordEmailCode:${code} submitPassword`,
    `resetPasswordPhoneCode:${code} submitPassword`,
    'mfa:sendPhoneCode verifyPhoneCode sendEmailCode verifyEmailCode verifyTOTP verifyBackupCode passkey',
  ],
  SignUp: [
    common + ' update',
    'verifications:sendEmailCode verifyEmailCode sendEmailLink waitForEmailLinkVerification sendPhoneCode verifyPhoneCode',
  ],
};

/** What the link says that brought the browser to this page. */
function followed(attempt) {
  if (!globalThis.location) return null;
  const query = new URLSearchParams(location.search);
  const status = query.get('__clerk_status');
  const createdSessionId = query.get('__clerk_created_session');
  if (!status || !createdSessionId) return null;
  const isHere = clerkOf(attempt)?.client?.sessions.some(({ id }) => id === createdSessionId) ?? false;
  return { status, createdSessionId, verifiedFromTheSameClient: status === 'verified' && isHere };
}

/** The custom-flow API of an attempt. */
export function futureOf(noun, attempt) {
  const future = {};
  let canBeDiscarded = false;
  const objectOf = name => (name ? (future[name] ??= {}) : future);
  const show = (path, get) => {
    const [name, inner] = path.split('.');
    // As in clerk-js, `JSON.stringify` shows of all this but one.
    Object.defineProperty(objectOf(inner && name), inner ?? name, {
      get,
      enumerable: name === 'emailLink',
      configurable: true,
    });
  };
  for (const { name } of attempt[HIDDEN].noun.rows) {
    if (!hiddenRows.includes(name)) show(name, () => attempt[name]);
  }
  for (const [name, get] of Object.entries(computed[noun])) show(name, () => get(attempt));
  show('canBeDiscarded', () => canBeDiscarded);
  for (const group of methods[noun]) {
    const [names, name] = group.split(':').reverse();
    for (const method of names.split(' ')) {
      const flow = name ? `${name}.${method}` : method;
      objectOf(name)[method] = params => {
        // Before listeners hear of the new session.
        canBeDiscarded ||= method === 'finalize' && !!attempt.createdSessionId;
        const run = () => runFlow(noun + 'Future', flow, attempt, params);
        const clerk = clerkOf(attempt);
        return clerk ? following(hooksOf(clerk), noun, run) : run();
      };
    }
  }
  // No request, and nothing to wait for.
  future.reset = () => {
    const clerk = clerkOf(attempt);
    if (!clerk?.client) throw new Error('There is no client to reset.');
    canBeDiscarded = true;
    clerk.client['reset' + noun]();
    return following(hooksOf(clerk), noun, () => ({ error: null }));
  };
  return future;
}
