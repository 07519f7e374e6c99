// Factors of sign-ins, and what of a sign-up is verified: phones, links, second factors, forgotten passwords.
import { ada, advance, at, call, callAs, codeFor, get, load, scenario } from '../language.mjs';

const ADDRESS = 'ada@example.com';
const NUMBER = '+4366012345678';
const PASSWORD = 'correct-horse-battery';

const signIn = (method, ...args) => call(`client.signIn.${method}`, ...args);
const signUp = (method, ...args) => call(`client.signUp.${method}`, ...args);
const inFuture = (method, ...args) => signIn(`__internal_future.${method}`, ...args);
const upFuture = (method, ...args) => signUp(`__internal_future.${method}`, ...args);
const byPassword = signIn('create', { identifier: ADDRESS, password: PASSWORD });
const phones = { settings: { phone_number: 'on' }, users: [{ ...ada, phone_numbers: [{ phone_number: NUMBER }] }] };
const careful = {
  settings: { second_factor_at_sign_in: true, email_second_factors: ['email_code'] },
  users: [{ ...ada, phone_number: NUMBER, totp_secret: 'JBSWY3DPEHPK3PXP', backup_codes: ['backup-1', 'backup-2'] }],
};
const links = { settings: { email_link: true } };
const toPage = { redirectUrl: 'http://elsewhere.example/verify' };
const factorId = (index, name) => at(`client.signIn.supportedFirstFactors.${index}.${name}`);

const byPhone = [
  scenario('sign in by phone', {
    ...phones,
    differs: ['phone-code-fields'],
    steps: [
      load(),
      signIn('create', { identifier: NUMBER }),
      get('client.signIn.supportedFirstFactors'),
      inFuture('phoneCode.sendCode'),
      signIn('attemptFirstFactor', { strategy: 'phone_code', code: '000000' }),
      signIn('attemptFirstFactor', { strategy: 'phone_code', code: codeFor(NUMBER) }),
    ],
  }),
  scenario('the custom-flow API signs in by phone', {
    ...phones,
    differs: ['phone-code-fields'],
    steps: [
      load(),
      inFuture('phoneCode.sendCode', { phoneNumber: NUMBER, channel: 'whatsapp' }),
      inFuture('phoneCode.verifyCode', { code: codeFor(NUMBER) }),
    ],
  }),
  scenario('a phone of a sign-up', {
    settings: { phone_number: 'required' },
    steps: [
      load(),
      signUp('create', { phoneNumber: NUMBER, emailAddress: 'emmy@example.com', password: PASSWORD }),
      signUp('preparePhoneNumberVerification'),
      signUp('attemptPhoneNumberVerification', { code: '000000' }),
      signUp('attemptPhoneNumberVerification', { code: codeFor(NUMBER) }),
      upFuture('verifications.sendPhoneCode', { channel: 'whatsapp' }),
    ],
  }),
];

const seconds = [
  scenario('second factors', {
    ...careful,
    steps: [
      load(),
      byPassword,
      get('client.signIn.status'),
      get('client.signIn.supportedSecondFactors'),
      signIn('attemptSecondFactor', { strategy: 'totp', code: '000000' }),
    ],
  }),
  scenario('a second factor of a sign-in, by phone', {
    ...careful,
    steps: [
      load(),
      byPassword,
      signIn('prepareSecondFactor', { strategy: 'phone_code' }),
      signIn('attemptSecondFactor', { strategy: 'phone_code', code: codeFor(NUMBER) }),
      call('setActive', { session: at('client.sessions.0.id') }),
    ],
  }),
  scenario('a second factor by e-mail, in the custom-flow API', {
    ...careful,
    steps: [
      load(),
      byPassword,
      inFuture('mfa.sendEmailCode'),
      inFuture('mfa.verifyEmailCode', { code: codeFor(ADDRESS) }),
    ],
  }),
  scenario('a second factor by phone, in the custom-flow API', {
    ...careful,
    steps: [
      load(),
      byPassword,
      inFuture('mfa.sendPhoneCode'),
      inFuture('mfa.verifyPhoneCode', { code: '000000' }),
      inFuture('mfa.verifyPhoneCode', { code: codeFor(NUMBER) }),
    ],
  }),
  scenario('a backup code is good once', {
    ...careful,
    steps: [
      load(),
      byPassword,
      inFuture('mfa.verifyBackupCode', { code: 'backup-9' }),
      inFuture('mfa.verifyBackupCode', { code: 'backup-1' }),
    ],
  }),
];

const forgotten = [
  scenario('a forgotten password', {
    steps: [
      load(),
      inFuture('create', { identifier: ADDRESS }),
      inFuture('resetPasswordEmailCode.sendCode'),
      inFuture('resetPasswordEmailCode.verifyCode', { code: '000000' }),
      inFuture('resetPasswordEmailCode.verifyCode', { code: codeFor(ADDRESS) }),
      get('client.signIn.status'),
      inFuture('resetPasswordEmailCode.submitPassword', { password: 'short' }),
      inFuture('resetPasswordEmailCode.submitPassword', {
        password: 'another-long-password',
        signOutOfOtherSessions: false,
      }),
    ],
  }),
  scenario('a forgotten password, by phone', {
    ...phones,
    steps: [
      load(),
      inFuture('resetPasswordPhoneCode.sendCode', { phoneNumber: NUMBER }),
      inFuture('resetPasswordPhoneCode.verifyCode', { code: codeFor(NUMBER) }),
      signIn('resetPassword', { password: 'another-long-password' }),
    ],
  }),
];

const beginLink = [load(), signIn('create', { identifier: ADDRESS }), get('client.signIn.supportedFirstFactors')];

const byLink = [
  scenario('a link is sent', {
    ...links,
    steps: [
      beginLink,
      inFuture('emailLink.sendLink', { verificationUrl: toPage.redirectUrl }),
      inFuture('emailLink.sendLink', { verificationUrl: '/verify' }),
    ],
  }),
  scenario('a link is waited for until it has expired', {
    ...links,
    steps: [
      beginLink,
      callAs('flow', 'client.signIn.createEmailLinkFlow'),
      callAs('waiting', 'kept.flow.startEmailLinkFlow', { emailAddressId: factorId(1, 'emailAddressId'), ...toPage }),
      advance(1000),
      advance(1000),
      advance(11 * 60_000),
      get('client.signIn.firstFactorVerification.status'),
    ],
  }),
  scenario('a link of a sign-up is waited for', {
    ...links,
    steps: [
      load(),
      signUp('create', { emailAddress: 'emmy@example.com', password: PASSWORD }),
      callAs('flow', 'client.signUp.createEmailLinkFlow'),
      callAs('waiting', 'kept.flow.startEmailLinkFlow', toPage),
      advance(1000),
      advance(11 * 60_000),
      get('client.signUp.verifications.emailAddress.status'),
    ],
  }),
  scenario('the custom-flow API of a sign-up sends a link', {
    ...links,
    steps: [
      load(),
      signUp('create', { emailAddress: 'emmy@example.com', password: PASSWORD }),
      upFuture('verifications.sendEmailLink', { verificationUrl: '/verify' }),
    ],
  }),
];

const locked = [
  scenario('a user is locked', {
    settings: { lockout_max_attempts: 2 },
    steps: [
      load(),
      signIn('create', { identifier: ADDRESS, password: 'wrong-horse' }),
      signIn('create', { identifier: ADDRESS, password: 'wrong-horse' }),
      byPassword,
      byPassword,
    ],
  }),
];

export const scenarios = [...byPhone, ...seconds, ...forgotten, ...byLink, ...locked];
