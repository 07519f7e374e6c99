// Reverification: who is signed in proves again who they are, at each level, with each factor, and with everything that goes wrong.
import {
  ada,
  at,
  call,
  codeFor,
  control,
  fault,
  get,
  grace,
  keep,
  listen,
  load,
  patched,
  same,
  scenario,
  unbound,
  undefinedValue,
} from '../language.mjs';
import { membership } from './rich.mjs';

const ADDRESS = ada.email_address;
const PHONE = '+12015550100';
const MINUTE_MS = 60_000;
/** Ada with a phone and two backup codes. */
const armed = { ...ada, phone_number: PHONE, backup_codes: ['backup-1', 'backup-2'] };

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const strong = { users: [armed, grace], signedIn: [armed] };

const deed = (name, ...args) => call(`session.${name}`, ...args);
const start = (level = 'first_factor') => deed('startVerification', { level });
const sendCode = deed('prepareFirstFactorVerification', {
  strategy: 'email_code',
  emailAddressId: at('user.emailAddresses.0.id'),
});
const tryFirst = params => deed('attemptFirstFactorVerification', params);
const tryPassword = (password = ada.password) => tryFirst({ strategy: 'password', password });
const tryCode = code => tryFirst({ strategy: 'email_code', code });
const sendSecond = deed('prepareSecondFactorVerification', {
  strategy: 'phone_code',
  phoneNumberId: at('user.phoneNumbers.0.id'),
});
const trySecond = (strategy, code) => deed('attemptSecondFactorVerification', { strategy, code });
/** What was resolved last, but for its session. */
const told = [
  ...['id', 'status', 'level', 'supportedFirstFactors', 'supportedSecondFactors'].map(name =>
    get(`kept.result.${name}`),
  ),
  ...['first', 'second'].flatMap(which =>
    ['status', 'strategy', 'attempts', 'error', 'channel', 'nonce'].map(name =>
      get(`kept.result.${which}FactorVerification.${name}`),
    ),
  ),
];
/** So much time passes at the server alone: no token of the page is used up. */
const later = minutes => control('POST clock', { advance_ms: minutes * MINUTE_MS });
const route = (action = '') => `/client/sessions/*/verify${action}`;

const firstFactors = [
  scenario('a reverification is started', { ...one, steps: [load(), start(), ...told] }),
  scenario('a reverification by password sets the age back', {
    ...one,
    steps: [load(), later(10), deed('reload'), start(), tryPassword(), ...told],
  }),
  scenario('a reverification by code', {
    ...one,
    steps: [
      load(),
      start(),
      sendCode,
      ...told,
      get('kept.result.firstFactorVerification.expireAt'),
      tryCode(codeFor(ADDRESS)),
      ...told,
    ],
  }),
  scenario('a reverification by the factors that it names', {
    ...one,
    steps: [
      load(),
      start(),
      deed('prepareFirstFactorVerification', at('kept.result.supportedFirstFactors.1')),
      tryCode(codeFor(ADDRESS)),
    ],
  }),
  scenario('a reverification with a wrong password, then the right one', {
    ...one,
    steps: [load(), start(), tryPassword('wrong horse'), tryPassword()],
  }),
  scenario('a reverification with a wrong code, then the right one', {
    ...one,
    steps: [load(), start(), sendCode, tryCode('000000'), tryCode(codeFor(ADDRESS))],
  }),
  scenario('a reverification with a code that has expired', {
    ...one,
    steps: [load(), start(), sendCode, later(11), tryCode(codeFor(ADDRESS))],
  }),
  scenario('a reverification with wrong codes until no more are taken', {
    ...one,
    settings: { max_code_attempts: 1 },
    steps: [load(), start(), sendCode, tryCode('000000'), tryCode(codeFor(ADDRESS))],
  }),
  scenario('one code for a reverification after another', {
    ...one,
    steps: [load(), start(), sendCode, sendCode, tryCode(codeFor(ADDRESS))],
  }),
  scenario('a reverification that is started again', {
    ...one,
    steps: [load(), start(), tryPassword(), start(), ...told],
  }),
  scenario('a reverification that is complete is tried again', {
    ...one,
    steps: [load(), start(), tryPassword(), tryPassword()],
  }),
  scenario('a factor before a reverification is started', { ...one, steps: [load(), tryPassword(), sendCode] }),
  scenario('listeners hear of a reverification', {
    ...one,
    steps: [load(), listen('second'), later(5), start(), tryPassword()],
  }),
  scenario('a reverification of the session that is not current', {
    ...two,
    steps: [
      load(),
      call('client.sessions.0.startVerification', { level: 'first_factor' }),
      call('client.sessions.0.attemptFirstFactorVerification', { strategy: 'password', password: ada.password }),
    ],
  }),
];

const secondFactors = [
  scenario('every level is the first without a second factor', {
    ...one,
    steps: [load(), start('second_factor'), ...told, start('multi_factor'), ...told],
  }),
  scenario('a second factor by phone', {
    ...strong,
    steps: [
      load(),
      start('second_factor'),
      ...told,
      sendSecond,
      ...told,
      trySecond('phone_code', codeFor(PHONE)),
      ...told,
    ],
  }),
  scenario('a second factor by backup code', {
    ...strong,
    steps: [load(), later(3), start('second_factor'), trySecond('backup_code', 'backup-1'), ...told],
  }),
  scenario('both factors', {
    ...strong,
    steps: [load(), start('multi_factor'), tryPassword(), ...told, trySecond('backup_code', 'backup-2'), ...told],
  }),
  scenario('a second factor before the first', {
    ...strong,
    steps: [load(), start('multi_factor'), trySecond('backup_code', 'backup-1')],
  }),
  scenario('a second factor with a wrong code', {
    ...strong,
    steps: [
      load(),
      start('second_factor'),
      sendSecond,
      trySecond('phone_code', '000000'),
      trySecond('backup_code', 'backup-9'),
    ],
  }),
  scenario('a second factor with a code that was not sent', {
    ...strong,
    steps: [load(), start('second_factor'), trySecond('phone_code', '000000')],
  }),
  scenario('a second factor that the emulator has not', {
    ...strong,
    steps: [load(), start('second_factor'), trySecond('totp', '123456')],
  }),
  scenario('a second factor whose parameters are left out', {
    ...strong,
    differs: ['wrong-arguments'],
    steps: [
      load(),
      start('second_factor'),
      deed('prepareSecondFactorVerification'),
      deed('attemptSecondFactorVerification'),
    ],
  }),
  scenario('a second factor with parameters that nobody knows', {
    ...strong,
    steps: [
      load(),
      start('second_factor'),
      deed('prepareSecondFactorVerification', {
        strategy: 'phone_code',
        camelCase: 1,
        none: null,
        absent: undefinedValue,
      }),
    ],
  }),
];

const strategies = [
  scenario('a first factor by phone', {
    ...one,
    steps: [
      load(),
      start(),
      deed('prepareFirstFactorVerification', { strategy: 'phone_code', phoneNumberId: 'idn_1', default: true }),
    ],
  }),
  scenario('a first factor by single sign-on', {
    ...one,
    steps: [
      load(),
      start(),
      deed('prepareFirstFactorVerification', {
        strategy: 'enterprise_sso',
        redirectUrl: 'https://example.com/?a=1,2',
        enterpriseConnectionId: 'ent_1',
        emailAddressId: 'idn_1',
      }),
    ],
  }),
  scenario('a first factor with fields of other strategies', {
    ...one,
    steps: [
      load(),
      start(),
      deed('prepareFirstFactorVerification', {
        redirectUrl: 'https://example.com/',
        strategy: 'email_code',
        emailAddressId: at('user.emailAddresses.0.id'),
        phoneNumberId: 'idn_1',
        default: false,
      }),
    ],
  }),
  scenario('a first factor that nobody knows', {
    ...one,
    differs: ['other-strategies'],
    steps: [load(), start(), tryFirst({ strategy: 'telepathy', code: '1' })],
  }),
  scenario('a first factor that cannot be prepared', {
    ...one,
    differs: ['prepare-rejects'],
    steps: [
      load(),
      deed('prepareFirstFactorVerification', { strategy: 'password' }),
      deed('prepareFirstFactorVerification', {}),
    ],
  }),
];

const wrong = ['startVerification', 'prepareFirstFactorVerification', 'attemptFirstFactorVerification'];

const badArguments = [
  scenario('a reverification whose parameters are left out', {
    ...one,
    differs: ['wrong-arguments'],
    steps: [load(), ...wrong.map(name => deed(name)), ...wrong.map(name => deed(name, null))],
  }),
  scenario('a reverification whose parameters are no object', {
    ...one,
    differs: ['wrong-arguments'],
    steps: [load(), ...['x', 5, true].flatMap(value => wrong.map(name => deed(name, value)))],
  }),
  scenario('a second factor whose parameters are no object', {
    ...strong,
    differs: ['wrong-arguments'],
    steps: [
      load(),
      start('second_factor'),
      fault(route('/*_second_factor'), { status: 422 }),
      deed('attemptSecondFactorVerification', 5),
      deed('prepareSecondFactorVerification', 'phone_code'),
    ],
  }),
  scenario('a level that nobody knows', {
    ...one,
    steps: [load(), start('third_factor'), deed('startVerification', {}), start(null), start(5)],
  }),
  scenario('methods of a reverification that were taken off a session', {
    ...one,
    steps: [
      load(),
      unbound('session.startVerification', { level: 'first_factor' }),
      unbound('session.attemptFirstFactorVerification', { strategy: 'password', password: ada.password }),
    ],
  }),
];

const faults = [
  ...['', '/prepare_first_factor', '/attempt_first_factor', '/prepare_second_factor', '/attempt_second_factor'].map(
    (action, index) => {
      const step = [start(), sendCode, tryPassword(), sendSecond, trySecond('backup_code', 'backup-1')][index];
      return scenario(`a reverification is refused at ${action || 'its start'}`, {
        ...strong,
        steps: [
          load(),
          start(index > 2 ? 'second_factor' : 'first_factor'),
          fault(route(action), { status: 422, times: 1 }),
          step,
          step,
        ],
      });
    },
  ),
  scenario('a reverification finds the session gone', {
    ...one,
    steps: [load(), fault(route(), { status: 401, times: 1 }), start()],
  }),
  scenario('a reverification fails at the server', {
    ...one,
    steps: [load(), fault(route(), { status: 500, times: 1 }), start()],
  }),
  scenario('a reverification is rate-limited', {
    ...one,
    steps: [load(), fault(route(), { status: 429, headers: { 'Retry-After': '7' }, times: 1 }), start()],
  }),
  scenario('a reverification whose connection breaks', {
    ...one,
    steps: [load(), fault(route(), { disconnect: true, times: 1 }), start()],
  }),
  scenario('a reverification of a session that has ended', {
    ...two,
    steps: [
      load(),
      keep('client.sessions.0', 'held'),
      call('kept.held.end'),
      call('kept.held.startVerification', { level: 'first_factor' }),
    ],
  }),
  scenario('a reverification that is answered without one', {
    ...one,
    differs: ['wrong-shapes'],
    steps: [load(), patched(route(), { op: 'replace', path: '/response', value: null }), start()],
  }),
  scenario('a reverification that is answered without content', {
    ...one,
    steps: [load(), fault(route(), { status: 204, body: '', times: 1 }), start(), ...told],
  }),
  scenario('a reverification that lacks what it should have', {
    ...one,
    differs: ['absent-factors'],
    steps: [
      load(),
      patched(
        route(),
        ...['supported_first_factors', 'supported_second_factors', 'first_factor_verification'].map(name => ({
          op: 'remove',
          path: `/response/${name}`,
        })),
      ),
      start(),
      ...told,
    ],
  }),
];

/** Ada's session in an organization. */
const member = path =>
  patched(
    path,
    {
      op: 'add',
      path: `${path === '/client' ? '/response' : '/client'}/sessions/0/user/organization_memberships`,
      value: [membership],
    },
    {
      op: 'add',
      path: `${path === '/client' ? '/response' : '/client'}/sessions/0/last_active_organization_id`,
      value: 'org_1',
    },
  );

const sessions = [
  scenario('the session of a reverification', {
    ...one,
    differs: ['reverified-session'],
    steps: [load(), start(), same('kept.result.session', 'session'), get('kept.result.session')],
  }),
  scenario('the session of a reverification acts', {
    ...one,
    differs: ['reverified-session'],
    steps: [
      load(),
      start(),
      keep('kept.result.session', 'its'),
      call('kept.its.getToken'),
      call('kept.its.touch'),
      get('kept.its.id'),
    ],
  }),
  scenario('the token of a reverification stays out of the cache', {
    ...one,
    differs: ['reverified-session'],
    steps: [member('/client'), load(), member(route()), start(), deed('getToken', { organizationId: null })],
  }),
  scenario('the id of a session in the paths of a reverification', {
    ...one,
    differs: ['reverification-paths'],
    steps: [
      patched(
        '/client',
        { op: 'replace', path: '/response/sessions/0/id', value: 'sess/1?' },
        { op: 'replace', path: '/response/last_active_session_id', value: 'sess/1?' },
      ),
      load(),
      start(),
      tryPassword(),
    ],
  }),
];

export const scenarios = [...firstFactors, ...secondFactors, ...strategies, ...badArguments, ...faults, ...sessions];
