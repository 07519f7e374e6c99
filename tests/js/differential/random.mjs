// Scenarios made from a seed: the same seed gives the same scenario. They stay away from what this package does otherwise on
// purpose; that is for scenarios written by hand.
import { generator } from '../lib/random.mjs';
import {
  ada,
  advance,
  at,
  call,
  codeFor,
  DEVELOPMENT,
  fault,
  grace,
  keep,
  listen,
  load,
  mary,
  PRODUCTION,
  patched,
  scenario,
} from './language.mjs';

const NEWCOMER = 'new.one+{}@example.com';
const session = random => `client.sessions.${random.below(2)}`;

/** Ways to go on, each more likely the more often it stands here. */
const MOVES = [
  random => call('session.getToken', random.pick([{}, { skipCache: true }, { template: 'supabase' }])),
  random => call('session.getToken', random.pick([{}, { skipCache: true }])),
  random => call('session.touch', random.pick([{}, { intent: 'focus' }, { intent: 'select_session' }])),
  random => call(`${session(random)}.${random.pick(['end', 'remove', 'reload'])}`),
  random => call('setActive', { session: at(session(random)) }),
  random => call('setActive', { session: at(session(random)) }),
  () => call('setActive', { session: null }),
  () => call('client.isEligibleForTouch'),
  () => call('client.resetSignIn'),
  () => call('client.resetSignUp'),
  random =>
    call('signOut', ...random.pick([[], [{ sessionId: at(`${session(random)}.id`) }], [{ redirectUrl: '/bye' }]])),
  random => advance(random.pick([100, 1000, 4000])),
  random => listen(`listener ${random.below(1000)}`, random.pick([undefined, { skipInitialEmit: true }])),
  random => keep(random.pick(['client.signIn', 'session', 'client.sessions.0']), 'held'),
  random =>
    fault(
      random.pick([
        '/client/sessions/*/touch',
        '/client/sign_ins',
        '/client/sessions/*/tokens',
        '/client/sessions/*/end',
      ]),
      {
        method: 'POST',
        times: 1,
        status: random.pick([400, 404, 422]),
      },
    ),
  signsIn,
  signsIn,
  signsIn,
  withCode,
  signsUp,
  signsUp,
];

function signsIn(random) {
  const person = random.pick([ada, grace, mary]);
  const password = random.chance(0.8) ? person.password : 'wrong-horse-battery';
  const create = call('client.signIn.create', { strategy: 'password', identifier: person.email_address, password });
  return random.chance(0.7) ? [create, call('setActive', { session: at('kept.result.createdSessionId') })] : [create];
}

function withCode(random) {
  const person = random.pick([ada, grace, mary]);
  const steps = [
    call('client.signIn.create', { identifier: person.email_address }),
    call('client.signIn.prepareFirstFactor', {
      strategy: 'email_code',
      emailAddressId: at('client.signIn.supportedFirstFactors.0.emailAddressId'),
    }),
    call('client.signIn.attemptFirstFactor', {
      strategy: 'email_code',
      code: random.chance(0.7) ? codeFor(person.email_address) : '000000',
    }),
  ];
  return steps.slice(0, 1 + random.below(3));
}

function signsUp(random) {
  const emailAddress = NEWCOMER.replace('{}', random.below(1000));
  const steps = [
    call('client.signUp.create', {
      emailAddress,
      password: 'a-password-of-mine',
      firstName: random.pick(['Emmy', 'Émilie', '']),
    }),
    call('client.signUp.update', { lastName: 'Noether' }),
    call('client.signUp.prepareEmailAddressVerification', { strategy: 'email_code' }),
    call('client.signUp.attemptEmailAddressVerification', {
      code: random.chance(0.7) ? codeFor(emailAddress) : '000000',
    }),
    call('setActive', { session: at('kept.result.createdSessionId') }),
  ];
  return steps.slice(0, 1 + random.below(5));
}

const FIELDS = [
  'expire_at',
  'abandon_at',
  'last_active_at',
  'actor',
  'tasks',
  'factor_verification_age',
  'created_at',
  'updated_at',
  'last_active_organization_id',
  'user/first_name',
  'user/last_name',
  'user/username',
  'user/image_url',
  'user/has_image',
  'user/public_metadata',
  'user/created_at',
];

/** The first answer lacks some fields, or has nothing in them. */
function oddClient(random) {
  const fields = [...new Set(Array.from({ length: 1 + random.below(4) }, () => random.pick(FIELDS)))];
  const operations = fields.map(field => {
    const path = `/response/sessions/0/${field}`;
    return random.chance(0.5) ? { op: 'remove', path } : { op: 'replace', path, value: null };
  });
  return patched('/client', ...operations);
}

/** @param {number} seed A whole number. */
export function randomScenario(seed) {
  const random = generator(seed);
  const signedIn = random.pick([[], [ada], [ada], [ada, grace], [grace, mary]]);
  const begins = [load(random.chance(0.25) ? { standardBrowser: false } : {})];
  if (signedIn.length > 0 && random.chance(0.4)) begins.unshift(oddClient(random));
  const moves = Array.from({ length: 4 + random.below(7) }, () => random.pick(MOVES)(random));
  return scenario(`seed ${seed}`, {
    key: random.pick([PRODUCTION, PRODUCTION, DEVELOPMENT]),
    signedIn,
    settings: { jwt_templates: { supabase: { claims: { role: 'authenticated' }, lifetime_s: 60 } } },
    steps: [...begins, ...moves.flat()],
  });
}
