// What a server may answer beside what it should: fields that are null, missing or of another type, in every resource.
import { ada, get, json, load, patched, scenario } from '../language.mjs';
import * as rich from './rich.mjs';

const one = { signedIn: [ada] };
const answered = (parts, ...steps) => [patched('/client', ...rich.richly(parts)), load(), ...steps];

/** By these a resource is found again. */
const KEPT = ['object', 'id'];

/** A list of resources that is none, and a URL that is none: clerk-js cannot make the client then, so they have scenarios of their own. */
const isLeft = (name, value, other) =>
  KEPT.includes(name) ||
  (other !== null &&
    other !== undefined &&
    (name === 'external_verification_redirect_url' || (Array.isArray(value) && typeof value[0] === 'object')));

const OTHERWISE = {
  'are null': () => null,
  'are missing': () => undefined,
  'are of another type': value =>
    ({ string: 5, number: 'noon', boolean: 'yes' })[typeof value] ?? (Array.isArray(value) ? { 0: 'entry' } : 'text'),
};

/** The resource with every field made something else. */
const changed = (resource, change) =>
  Object.fromEntries(
    Object.entries(resource).map(([name, value]) => [name, isLeft(name, value, change(value)) ? value : change(value)]),
  );

const { enterprise_connection: connection } = rich.enterpriseAccount;

/** The resources by kind, each as what the client's answer is changed in. */
const KINDS = {
  'the session': change => ({ session: changed(rich.session, change) }),
  'the public user data': change => ({
    session: { ...rich.session, public_user_data: changed(rich.publicUserData, change) },
  }),
  'the user': change => ({ user: changed(rich.user, change) }),
  "the user's contacts": change => ({
    user: {
      ...rich.user,
      email_addresses: [changed(rich.emailAddress, change)],
      phone_numbers: [changed(rich.phoneNumber, change)],
      web3_wallets: [changed(rich.wallet, change)],
    },
  }),
  "the user's accounts": change => ({
    user: {
      ...rich.user,
      external_accounts: [changed(rich.externalAccount, change)],
      enterprise_accounts: [changed(rich.enterpriseAccount, change)],
      passkeys: [changed(rich.passkey, change)],
    },
  }),
  'the verifications': change => ({
    user: {
      ...rich.user,
      email_addresses: [{ ...rich.emailAddress, verification: changed(rich.verification, change) }],
      external_accounts: [{ ...rich.externalAccount, verification: changed(rich.failed, change) }],
      enterprise_accounts: [{ ...rich.enterpriseAccount, enterprise_connection: changed(connection, change) }],
    },
  }),
  'the memberships': change => ({
    user: {
      ...rich.user,
      organization_memberships: [
        { ...changed(rich.membership, change), organization: rich.organization },
        { ...rich.membership, id: 'orgmem_2', organization: changed(rich.organization, change) },
      ],
    },
  }),
  'the sign-in': change => ({ signIn: changed(rich.signIn, change) }),
  'the parts of the sign-in': change => ({
    signIn: {
      ...rich.signIn,
      supported_first_factors: rich.signIn.supported_first_factors.map(factor => changed(factor, change)),
      first_factor_verification: changed(rich.failed, change),
      user_data: changed(rich.signIn.user_data, change),
      protect_check: changed(rich.signIn.protect_check, change),
    },
  }),
  'the sign-up': change => ({ signUp: changed(rich.signUp, change) }),
  'the verifications of the sign-up': change => ({
    signUp: { ...rich.signUp, verifications: changed(rich.signUp.verifications, change) },
  }),
};

const SHOWN = { 'are of another type': ['wrong-types'] };

const fields = Object.entries(KINDS).flatMap(([kind, parts]) =>
  Object.entries(OTHERWISE).map(([name, change]) =>
    scenario(`fields of ${kind} ${name}`, { ...one, differs: SHOWN[name] ?? [], steps: answered(parts(change)) }),
  ),
);

const whole = [
  scenario('a client with everything', { ...one, steps: answered({}, json('client'), get('organization')) }),
  scenario('a client without its own fields', {
    ...one,
    steps: [
      patched(
        '/client',
        ...['cookie_expires_at', 'last_authentication_strategy', 'captcha_bypass', 'sign_in', 'sign_up'].map(name => ({
          op: 'remove',
          path: `/response/${name}`,
        })),
      ),
      load(),
    ],
  }),
  scenario('a client with fields that nobody knows', {
    ...one,
    steps: [
      patched(
        '/client',
        ...['', '/sessions/0', '/sessions/0/user'].map(path => ({
          op: 'add',
          path: `/response${path}/new_field`,
          value: { inner_field: [1] },
        })),
      ),
      load(),
    ],
  }),
];

const unreadable = [
  scenario('lists of the user that are none', {
    ...one,
    differs: ['wrong-types'],
    steps: answered({ user: { ...rich.user, email_addresses: 'text', passkeys: { 0: 1 } } }),
  }),
  scenario('entries of lists that are no resources', {
    ...one,
    differs: ['wrong-types'],
    steps: answered({ user: { ...rich.user, email_addresses: [null, rich.emailAddress, 'text'] } }),
  }),
  scenario('a URL that is none', {
    ...one,
    differs: ['bad-urls'],
    steps: answered({
      signIn: {
        ...rich.signIn,
        first_factor_verification: { ...rich.failed, external_verification_redirect_url: 'no url' },
      },
    }),
  }),
  scenario('a session with a token that is none', {
    ...one,
    differs: ['bad-tokens'],
    steps: [
      patched('/client', { op: 'replace', path: '/response/sessions/0/last_active_token/jwt', value: 'no.token' }),
      load(),
    ],
  }),
  scenario('a sign-up as the published description has it', {
    ...one,
    differs: ['password-flag'],
    steps: answered({
      signUp: { ...rich.signUp, has_password: undefined, abandon_at: undefined, abandoned_at: 1_763_000_000_000 },
    }),
  }),
];

export const scenarios = [...whole, ...fields, ...unreadable];
