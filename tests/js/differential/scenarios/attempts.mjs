// Sign-ins and sign-ups: every step of them, and every way in which they go wrong.
import {
  ada,
  advance,
  at,
  call,
  codeFor,
  fault,
  get,
  grace,
  heal,
  keep,
  load,
  patched,
  same,
  scenario,
  set,
  together,
  unbound,
  undefinedValue,
} from '../language.mjs';

const ADDRESS = 'ada@example.com';
const NEW_ADDRESS = 'emmy@example.com';
const PASSWORD = 'correct-horse-battery';

const signIn = (method, ...args) => call(`client.signIn.${method}`, ...args);
const signUp = (method, ...args) => call(`client.signUp.${method}`, ...args);
const byPassword = { strategy: 'password', identifier: ADDRESS, password: PASSWORD };
const begin = signIn('create', { identifier: ADDRESS });
const sendCode = signIn('prepareFirstFactor', {
  strategy: 'email_code',
  emailAddressId: at('client.signIn.supportedFirstFactors.1.emailAddressId'),
});
const tryCode = code => signIn('attemptFirstFactor', { strategy: 'email_code', code });
const tryPassword = password => signIn('attemptFirstFactor', { strategy: 'password', password });
const arrive = attempt => call('setActive', { session: at(`client.${attempt}.createdSessionId`) });
const one = { signedIn: [ada] };
const optional = { settings: { password: 'on' } };

const signIns = [
  scenario('sign in by password', {
    steps: [load(), signIn('create', byPassword), call('setActive', { session: at('client.sessions.0.id') })],
  }),
  scenario('a verification tells whether it was of this client', {
    ...one,
    steps: [
      patched('/client', {
        op: 'add',
        path: '/response/sessions/0/user/email_addresses/0/verification/verified_at_client',
        value: 'client_other',
      }),
      load(),
      call('user.emailAddresses.0.verification.verifiedFromTheSameClient'),
      set('user.emailAddresses.0.verification.verifiedAtClient', at('client.id')),
      call('user.emailAddresses.0.verification.verifiedFromTheSameClient'),
    ],
  }),
  scenario('a verification without a client, of a visitor without one', {
    differs: ['same-client'],
    steps: [
      load(),
      patched(
        '/client/sign_ins',
        { op: 'replace', path: '/client', value: null },
        {
          op: 'replace',
          path: '/response/first_factor_verification',
          value: { status: 'unverified', strategy: 'email_code' },
        },
      ),
      begin,
      call('client.signIn.firstFactorVerification.verifiedFromTheSameClient'),
    ],
  }),
  scenario('sign in by password, step by step', { steps: [load(), begin, tryPassword(PASSWORD)] }),
  scenario('sign in by code', {
    steps: [load(), begin, get('client.signIn.supportedFirstFactors'), sendCode, tryCode(codeFor(ADDRESS))],
  }),
  scenario('sign in by code at once', {
    steps: [load(), signIn('create', { strategy: 'email_code', identifier: ADDRESS }), tryCode(codeFor(ADDRESS))],
  }),
  scenario('sign in with a wrong password', {
    steps: [load(), signIn('create', { ...byPassword, password: 'wrong horse' })],
  }),
  scenario('sign in with a wrong password, then the right one', {
    steps: [load(), begin, tryPassword('wrong horse'), tryPassword(PASSWORD)],
  }),
  scenario('sign in as nobody', { steps: [load(), signIn('create', { identifier: 'nobody@example.com' })] }),
  scenario('sign in with a wrong code', {
    steps: [load(), begin, sendCode, tryCode('000000'), tryCode(codeFor(ADDRESS))],
  }),
  scenario('sign in with wrong codes until no more are taken', {
    settings: { max_code_attempts: 2 },
    steps: [load(), begin, sendCode, tryCode('000000'), tryCode('000001'), tryCode(codeFor(ADDRESS))],
  }),
  scenario('sign in with a code that has expired', {
    steps: [load(), begin, sendCode, advance(11 * 60_000), tryCode(codeFor(ADDRESS))],
  }),
  scenario('sign in with a new code after the first', {
    steps: [load(), begin, sendCode, sendCode, tryCode(codeFor(ADDRESS))],
  }),
  scenario('two codes that are asked for at once', { steps: [load(), begin, together(sendCode, sendCode)] }),
  scenario('sign in a second user', {
    ...one,
    steps: [
      load(),
      signIn('create', { ...byPassword, identifier: grace.email_address }),
      call('setActive', { session: at('client.sessions.1') }),
    ],
  }),
  scenario('sign in a second user where one is allowed', {
    ...one,
    settings: { single_session_mode: true },
    steps: [load(), signIn('create', { ...byPassword, identifier: grace.email_address })],
  }),
  scenario('sign in without an identifier', { steps: [load(), signIn('create', {}), tryPassword(PASSWORD)] }),
  scenario('a sign-in is read again', {
    steps: [load(), begin, signIn('reload'), same('client.signIn', 'client.signIn')],
  }),
  scenario('a sign-in without an id is read again', { steps: [load(), signIn('reload')] }),
  scenario('a completed sign-in is tried again', {
    steps: [
      load(),
      begin,
      keep('client.signIn', 'done'),
      tryPassword(PASSWORD),
      call('kept.done.attemptFirstFactor', { strategy: 'password', password: PASSWORD }),
      get('kept.done.createdSessionId'),
    ],
  }),
  scenario('a factor before there is an attempt', { steps: [load(), tryPassword(PASSWORD)] }),
  scenario('one sign-in after another', {
    steps: [
      load(),
      begin,
      keep('client.signIn', 'first'),
      signIn('create', { identifier: grace.email_address }),
      same('kept.first', 'client.signIn'),
      call('kept.first.attemptFirstFactor', { strategy: 'password', password: PASSWORD }),
    ],
  }),
  scenario('a sign-in that is refused leaves the blank one', {
    steps: [
      load(),
      keep('client.signIn', 'blank'),
      signIn('create', { identifier: 'nobody@example.com' }),
      same('kept.blank', 'client.signIn'),
    ],
  }),
  scenario('a sign-in that fails with an answer that brings the client', {
    steps: [load(), begin, tryPassword('wrong horse'), get('client.signIn.firstFactorVerification')],
  }),
  scenario('a sign-in is rate-limited', {
    steps: [load(), fault('/client/sign_ins', { status: 429, headers: { 'Retry-After': '30' } }), begin, heal(), begin],
  }),
];

const held = [
  scenario('a blank sign-in that is held', {
    steps: [
      load(),
      keep('client.signIn', 'held'),
      call('kept.held.create', { identifier: ADDRESS }),
      same('kept.held', 'client.signIn'),
      get('kept.held.status'),
    ],
  }),
  scenario('a blank sign-up that is held', {
    steps: [
      load(),
      keep('client.signUp', 'held'),
      call('kept.held.create', { firstName: 'Emmy' }),
      same('kept.held', 'client.signUp'),
    ],
  }),
  scenario('a sign-in that is held through a reset', {
    steps: [
      load(),
      begin,
      keep('client.signIn', 'held'),
      call('client.resetSignIn'),
      same('kept.held', 'client.signIn'),
      get('kept.held.identifier'),
      call('kept.held.reload'),
    ],
  }),
  scenario('methods that were taken off a sign-in', {
    steps: [load(), unbound('client.signIn.create', { identifier: ADDRESS })],
  }),
];

const signUps = [
  scenario('sign up at once', {
    steps: [
      load(),
      signUp('create', { emailAddress: NEW_ADDRESS, password: PASSWORD, firstName: 'Emmy', lastName: 'Noether' }),
    ],
  }),
  scenario('sign up by code', {
    steps: [
      load(),
      signUp('create', { emailAddress: NEW_ADDRESS, password: PASSWORD }),
      signUp('prepareEmailAddressVerification'),
      signUp('attemptEmailAddressVerification', { code: codeFor(NEW_ADDRESS) }),
      call('setActive', { session: at('client.sessions.0.id') }),
    ],
  }),
  scenario('sign up without verification', {
    settings: { verify_email_at_sign_up: false },
    steps: [load(), signUp('create', { emailAddress: NEW_ADDRESS, password: PASSWORD })],
  }),
  scenario('sign up with missing fields', {
    steps: [
      load(),
      signUp('create', { firstName: 'Emmy' }),
      signUp('update', { emailAddress: NEW_ADDRESS }),
      signUp('update', { password: PASSWORD }),
    ],
  }),
  scenario('sign up with nothing', { ...optional, steps: [load(), signUp('create', {})] }),
  scenario('sign up with an address that is taken', {
    steps: [load(), signUp('create', { emailAddress: ADDRESS, password: PASSWORD })],
  }),
  scenario('sign up with a password that is too short', {
    steps: [load(), signUp('create', { emailAddress: NEW_ADDRESS, password: 'abc' })],
  }),
  scenario('sign up with metadata', {
    steps: [
      load(),
      signUp('create', {
        emailAddress: NEW_ADDRESS,
        unsafeMetadata: { someKey: { deep_key: [1, 'ü'] } },
        legalAccepted: true,
        locale: 'de-AT',
      }),
    ],
  }),
  scenario('sign up with empty values', {
    steps: [
      load(),
      signUp('create', { firstName: '', lastName: null, username: undefinedValue, unsafeMetadata: null }),
    ],
  }),
  scenario('sign up with metadata of which a part is undefined', {
    steps: [
      load(),
      signUp('create', { firstName: 'Emmy', unsafeMetadata: { a: undefinedValue, b: null, c: [undefinedValue, 1] } }),
    ],
  }),
  scenario('update a sign-up with metadata', {
    steps: [
      load(),
      signUp('create', { firstName: 'Emmy' }),
      signUp('update', { unsafeMetadata: { a: 1 }, lastName: 'Noether' }),
    ],
  }),
  scenario('update a blank sign-up', { steps: [load(), signUp('update', { firstName: 'Emmy' })] }),
  scenario('sign up with a wrong code', {
    steps: [
      load(),
      signUp('create', { emailAddress: NEW_ADDRESS, password: PASSWORD }),
      signUp('prepareEmailAddressVerification', { strategy: 'email_code' }),
      signUp('attemptEmailAddressVerification', { code: '000000' }),
      signUp('attemptEmailAddressVerification', { code: codeFor(NEW_ADDRESS) }),
    ],
  }),
  scenario('sign up with a code that has expired', {
    steps: [
      load(),
      signUp('create', { emailAddress: NEW_ADDRESS, password: PASSWORD }),
      signUp('prepareEmailAddressVerification'),
      advance(11 * 60_000),
      signUp('attemptEmailAddressVerification', { code: codeFor(NEW_ADDRESS) }),
    ],
  }),
  scenario('verify before there is a sign-up', {
    steps: [
      load(),
      signUp('prepareEmailAddressVerification'),
      signUp('attemptEmailAddressVerification', { code: '1' }),
    ],
  }),
  scenario('verify an address that was not given', {
    steps: [load(), signUp('create', { firstName: 'Emmy' }), signUp('prepareEmailAddressVerification')],
  }),
  scenario('a sign-up is read again', { steps: [load(), signUp('create', { firstName: 'Emmy' }), signUp('reload')] }),
  scenario('one sign-up after another', {
    steps: [
      load(),
      signUp('create', { firstName: 'Emmy' }),
      keep('client.signUp', 'first'),
      signUp('create', { firstName: 'Sonja' }),
      same('kept.first', 'client.signUp'),
    ],
  }),
  scenario('a sign-up and a sign-in at the same time', {
    steps: [load(), signUp('create', { firstName: 'Emmy' }), begin, call('client.resetSignUp')],
  }),
  scenario('sign up with a link for the address', {
    steps: [
      load(),
      signUp('create', { emailAddress: NEW_ADDRESS }),
      signUp('prepareEmailAddressVerification', { strategy: 'email_link', redirectUrl: 'https://example.com' }),
    ],
  }),
];

const wrong = [
  scenario('begin a sign-in without parameters', { differs: ['wrong-arguments'], steps: [load(), signIn('create')] }),
  scenario('begin a sign-in with null', { differs: ['wrong-arguments'], steps: [load(), signIn('create', null)] }),
  scenario('begin a sign-in with a number', { differs: ['wrong-arguments'], steps: [load(), signIn('create', 5)] }),
  scenario('begin a sign-in with a text', { differs: ['wrong-arguments'], steps: [load(), signIn('create', 'ada')] }),
  scenario('begin a sign-in with odd values', {
    steps: [
      load(),
      signIn('create', { identifier: 5, unknownKey: true }),
      signIn('create', { identifier: [ADDRESS, 'b'] }),
      signIn('create', { identifier: { inner: 1 } }),
    ],
  }),
  scenario('begin a sign-in with a locale', {
    steps: [load(), signIn('create', { identifier: ADDRESS, locale: 'de-AT' })],
  }),
  scenario('begin a sign-in by a strategy that nobody knows', {
    steps: [load(), signIn('create', { strategy: 'telepathy', identifier: ADDRESS })],
  }),
  scenario('prepare a strategy that nobody knows', {
    differs: ['prepare-rejects'],
    steps: [load(), begin, signIn('prepareFirstFactor', { strategy: 'telepathy' })],
  }),
  scenario('prepare without parameters', {
    differs: ['prepare-rejects'],
    steps: [load(), begin, signIn('prepareFirstFactor')],
  }),
  scenario('prepare without an address', {
    steps: [load(), begin, signIn('prepareFirstFactor', { strategy: 'email_code' })],
  }),
  scenario('prepare with more than is needed', {
    steps: [
      load(),
      begin,
      signIn('prepareFirstFactor', {
        strategy: 'email_code',
        emailAddressId: null,
        redirectUrl: 'https://example.com',
        extra: 1,
      }),
    ],
  }),
  scenario('attempt a strategy that nobody knows', {
    steps: [load(), begin, signIn('attemptFirstFactor', { strategy: 'telepathy', code: '1' })],
  }),
  scenario('prepare a factor that the user does not have', {
    steps: [load(), begin, signIn('prepareFirstFactor', { strategy: 'phone_code', phoneNumberId: 'idn_1' })],
  }),
  scenario('attempt without parameters', {
    differs: ['prepare-rejects'],
    steps: [load(), begin, signIn('attemptFirstFactor')],
  }),
  scenario('attempt without a code', {
    steps: [load(), begin, sendCode, signIn('attemptFirstFactor', { strategy: 'email_code' })],
  }),
  scenario('attempt with a number for a code', { steps: [load(), begin, sendCode, tryCode(0), tryCode(123456)] }),
  scenario('begin a sign-up without parameters', { differs: ['wrong-arguments'], steps: [load(), signUp('create')] }),
  scenario('begin a sign-up with null', { differs: ['wrong-arguments'], steps: [load(), signUp('create', null)] }),
  scenario('update a sign-up without parameters', {
    steps: [load(), signUp('create', { firstName: 'Emmy' }), signUp('update')],
  }),
  scenario('update a sign-up with null', {
    steps: [load(), signUp('create', { firstName: 'Emmy' }), signUp('update', null)],
  }),
  scenario('verify a sign-up with null', {
    steps: [load(), signUp('create', { emailAddress: NEW_ADDRESS }), signUp('prepareEmailAddressVerification', null)],
  }),
  scenario('verify a sign-up without a code', {
    steps: [
      load(),
      signUp('create', { emailAddress: NEW_ADDRESS }),
      signUp('prepareEmailAddressVerification'),
      signUp('attemptEmailAddressVerification', {}),
    ],
  }),
  scenario('verify a sign-up without parameters', {
    steps: [load(), signUp('create', { emailAddress: NEW_ADDRESS }), signUp('attemptEmailAddressVerification')],
  }),
];

const reasons = [
  {
    code: 'form_param_missing',
    message: 'is missing',
    long_message: 'The identifier is missing.',
    meta: { param_name: 'identifier' },
  },
  {
    code: 'form_password_pwned',
    message: 'was found',
    meta: { name: 'x', zxcvbn: { suggestions: [{ code: 'reverseWords', message: 'm' }] } },
  },
];

const answers = [
  scenario('an attempt is answered without content', {
    steps: [load(), fault('/client/sign_ins', { status: 204, body: '' }), begin],
  }),
  scenario('an attempt is refused without a reason', {
    steps: [load(), fault('/client/sign_ins', { status: 400, body: '{}' }), begin],
  }),
  scenario('an attempt is refused for several reasons', {
    steps: [load(), fault('/client/sign_ins', { status: 422, body: JSON.stringify({ errors: reasons }) }), begin],
  }),
  scenario('a sign-in completes with a client that has a new session', {
    steps: [
      load(),
      begin,
      patched('/client/sign_ins/*', { op: 'replace', path: '/client/captcha_bypass', value: true }),
      tryPassword(PASSWORD),
      arrive('signIn'),
    ],
  }),
  scenario('an attempt is set to something else', {
    steps: [load(), begin, set('client.signIn.identifier', 'x'), get('client.signIn.identifier'), signIn('reload')],
  }),
];

export const scenarios = [...signIns, ...held, ...signUps, ...wrong, ...answers];
