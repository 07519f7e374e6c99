// The flows of sign-ins and sign-ups: the custom-flow API, links, providers and wallets, and how each of them goes wrong.
import { call, callAs, codeFor, get, json, keep, load, patched, same, scenario, set } from '../language.mjs';

const ADDRESS = 'ada@example.com';
const PASSWORD = 'correct-horse-battery';
const CODE = codeFor(ADDRESS);

const signIn = (method, ...args) => call(`client.signIn.${method}`, ...args);
const signUp = (method, ...args) => call(`client.signUp.${method}`, ...args);
const inFuture = (method, ...args) => signIn(`__internal_future.${method}`, ...args);
const upFuture = (method, ...args) => signUp(`__internal_future.${method}`, ...args);
/** The custom-flow API of an attempt that the client may have replaced since. */
const held = attempt => keep(`client.${attempt}.__internal_future`, 'held');
const inHeld = (method, ...args) => call(`kept.held.${method}`, ...args);
const begin = signIn('create', { identifier: ADDRESS });
const beginUp = signUp('create', { emailAddress: 'emmy@example.com' });
const optional = { settings: { password: 'on' } };
const flows = (name, options) => scenario(name, { ...options, differs: ['own-words', ...(options.differs ?? [])] });

/** The next answer of a call says this of the sign-in. */
const told = (path, key, value) =>
  patched(path, { op: 'add', path: `/response/${key}`, value }, { op: 'add', path: `/client/sign_in/${key}`, value });

const members = [
  scenario('the members of the custom-flow API, before and after', {
    steps: [
      load(),
      json('client.signIn.__internal_future'),
      get('client.signIn.__internal_future.status'),
      get('client.signIn.__internal_future.canBeDiscarded'),
      begin,
      get('client.signIn.__internal_future.id'),
      get('client.signIn.__internal_future.supportedFirstFactors'),
      get('client.signIn.__internal_future.supportedSecondFactors'),
      get('client.signIn.__internal_future.isTransferable'),
      get('client.signIn.__internal_future.existingSession'),
      get('client.signIn.__internal_future.emailLink.verification'),
      beginUp,
      get('client.signUp.__internal_future.status'),
      get('client.signUp.__internal_future.missingFields'),
      get('client.signUp.__internal_future.web3Wallet'),
      get('client.signUp.__internal_future.verifications.emailAddress'),
      get('client.signUp.__internal_future.verifications.emailLinkVerification'),
      get('client.signUp.__internal_future.isTransferable'),
      same('client.signIn.__internal_future', 'client.signIn.__internal_future'),
    ],
  }),
  scenario('who turns out to be signed in is told by the custom-flow API', {
    steps: [
      load(),
      told('/client/sign_ins', 'first_factor_verification', {
        status: 'failed',
        strategy: 'oauth_google',
        error: { code: 'identifier_already_signed_in', message: 'in', meta: { session_id: 'sess_1' } },
      }),
      begin,
      get('client.signIn.__internal_future.existingSession'),
    ],
  }),
];

const signIns = [
  scenario('the custom-flow API signs in by password', {
    steps: [
      load(),
      held('signIn'),
      inHeld('password', { emailAddress: ADDRESS, password: PASSWORD }),
      inHeld('finalize'),
      get('kept.held.canBeDiscarded'),
    ],
  }),
  scenario('the custom-flow API signs in by code', {
    steps: [
      load(),
      begin,
      held('signIn'),
      inHeld('emailCode.sendCode', { emailAddress: ADDRESS }),
      inHeld('emailCode.verifyCode', { code: '000000' }),
      inHeld('emailCode.verifyCode', { code: CODE }),
      inHeld('finalize'),
    ],
  }),
  scenario('the custom-flow API goes on with the attempt that there is', {
    steps: [
      load(),
      inFuture('create', { identifier: ADDRESS }),
      inFuture('emailCode.sendCode'),
      inFuture('emailCode.verifyCode', { code: CODE }),
    ],
  }),
  scenario('the custom-flow API is refused', {
    steps: [
      load(),
      inFuture('create', { identifier: 'nobody@example.com' }),
      inFuture('password', { identifier: ADDRESS, password: 'wrong horse' }),
    ],
  }),
  flows('the custom-flow API lacks an attempt', {
    steps: [
      load(),
      inFuture('emailCode.sendCode'),
      inFuture('emailCode.sendCode', { emailAddressId: 'idn_1' }),
      inFuture('emailLink.sendLink', { verificationUrl: '/v' }),
      inFuture('phoneCode.sendCode'),
      inFuture('resetPasswordEmailCode.sendCode'),
      inFuture('resetPasswordPhoneCode.sendCode'),
      inFuture('finalize'),
      inFuture('password', { password: 'p', identifier: 'a', emailAddress: 'b' }),
    ],
  }),
  flows('the custom-flow API lacks a factor', {
    steps: [
      load(),
      begin,
      inFuture('phoneCode.sendCode'),
      inFuture('resetPasswordPhoneCode.sendCode'),
      inFuture('mfa.sendPhoneCode'),
      inFuture('mfa.sendEmailCode'),
      inFuture('emailLink.sendLink', { verificationUrl: 'https://example.com/v' }),
    ],
  }),
  scenario('the custom-flow API is asked for what the attempt does not need', {
    steps: [
      load(),
      begin,
      inFuture('mfa.verifyTOTP', { code: '1' }),
      inFuture('mfa.verifyBackupCode', { code: '1' }),
      inFuture('resetPasswordEmailCode.verifyCode', { code: '1' }),
    ],
  }),
  scenario('the custom-flow API is reset', {
    steps: [
      load(),
      begin,
      keep('client.signIn', 'before'),
      inFuture('reset'),
      same('kept.before', 'client.signIn'),
      get('client.signIn.id'),
    ],
  }),
  scenario('a second factor that is not asked for', {
    steps: [
      load(),
      begin,
      signIn('prepareSecondFactor', { strategy: 'phone_code' }),
      signIn('attemptSecondFactor', { strategy: 'totp', code: '1' }),
    ],
  }),
  scenario('a ticket that is none', {
    url: '?__clerk_ticket=from-the-page',
    steps: [load(), inFuture('ticket'), inFuture('ticket', { ticket: 'given' })],
  }),
  flows('a passkey where there are none', {
    steps: [
      load(),
      set('window.PublicKeyCredential', undefined),
      signIn('authenticateWithPasskey'),
      inFuture('passkey'),
    ],
  }),
];

const signUps = [
  scenario('the custom-flow API signs up', {
    ...optional,
    steps: [
      load(),
      upFuture('create', { emailAddress: 'emmy@example.com', unsafeMetadata: { a: { bC: 1 } } }),
      held('signUp'),
      inHeld('update', { firstName: 'Emmy' }),
      inHeld('password', { password: PASSWORD }),
      inHeld('verifications.sendEmailCode'),
      inHeld('verifications.verifyEmailCode', { code: codeFor('emmy@example.com') }),
      inHeld('finalize'),
    ],
  }),
  scenario('the custom-flow API signs up by a password at once', {
    steps: [
      load(),
      upFuture('password', { emailAddress: 'emmy@example.com', password: PASSWORD, locale: 'fr-FR' }),
      upFuture('verifications.sendEmailCode'),
    ],
  }),
  flows('the custom-flow API has nothing to finalize', {
    steps: [load(), upFuture('finalize'), beginUp, upFuture('finalize')],
  }),
  scenario('the custom-flow API of a sign-up is refused', {
    steps: [
      load(),
      upFuture('create', { emailAddress: ADDRESS }),
      beginUp,
      upFuture('verifications.verifyEmailCode', { code: '000000' }),
      upFuture('verifications.sendPhoneCode'),
    ],
  }),
  scenario('the custom-flow API of a sign-up is reset', {
    steps: [
      load(),
      beginUp,
      upFuture('reset'),
      get('client.signUp.id'),
      get('client.signUp.__internal_future.canBeDiscarded'),
    ],
  }),
  scenario('a sign-up is begun or gone on with', {
    steps: [load(), signUp('upsert', { emailAddress: 'emmy@example.com' }), signUp('upsert', { firstName: 'Emmy' })],
  }),
  scenario('a sign-up is verified by a strategy', {
    steps: [
      load(),
      beginUp,
      signUp('prepareVerification', { strategy: 'email_code' }),
      signUp('attemptVerification', { strategy: 'email_code', code: codeFor('emmy@example.com') }),
    ],
  }),
  scenario('a sign-up is verified by what it does not have', {
    steps: [
      load(),
      beginUp,
      signUp('preparePhoneNumberVerification'),
      signUp('attemptPhoneNumberVerification', { code: '1' }),
      signUp('prepareWeb3WalletVerification'),
      signUp('attemptWeb3WalletVerification', { signature: '0x' }),
      signUp('prepareWeb3WalletVerification', { strategy: 'web3_base_signature' }),
    ],
  }),
];

const links = [
  flows('a link before there is an attempt', {
    steps: [
      load(),
      signIn('createEmailLinkFlow'),
      callAs('flow', 'client.signIn.createEmailLinkFlow'),
      call('kept.flow.startEmailLinkFlow', { emailAddressId: 'idn_1', redirectUrl: 'https://example.com' }),
      callAs('other', 'client.signUp.createEmailLinkFlow'),
      call('kept.other.startEmailLinkFlow', { redirectUrl: 'https://example.com' }),
    ],
  }),
];

const providers = [
  flows('a window that is not there', {
    steps: [load(), signIn('authenticateWithPopup', {}), signUp('authenticateWithPopup', {})],
  }),
  flows('a signature by nothing', {
    steps: [
      load(),
      signIn('authenticateWithWeb3', { identifier: '0x1' }),
      signUp('authenticateWithWeb3', { identifier: '0x1' }),
    ],
  }),
];

export const scenarios = [...members, ...signIns, ...signUps, ...links, ...providers];
