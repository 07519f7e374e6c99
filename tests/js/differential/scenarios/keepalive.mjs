// What time does to tokens: they are renewed, asked for again, and looked at.
import {
  ada,
  advance,
  call,
  control,
  dispatch,
  fault,
  grace,
  heal,
  load,
  offline,
  patched,
  scenario,
  set,
  together,
} from '../language.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const TOKENS = '/client/sessions/*/tokens';
const token = options => call('session.getToken', ...(options === undefined ? [] : [options]));
const failing = (status, how) => fault(TOKENS, { status, ...how });
/** Nobody looks at the page. */
const inBack = set('window.document.hasFocus', { $function: 'hasFocus', returns: false });

const renewals = [
  scenario('a token is renewed before it expires', {
    ...one,
    steps: [load(), advance(42_000), advance(3000), token()],
  }),
  scenario('a token that was asked for is renewed', {
    ...one,
    steps: [load(), token({ skipCache: true }), advance(45_000), token()],
  }),
  scenario('tokens are renewed again and again', {
    ...one,
    steps: [load(), advance(45_000), advance(45_000), advance(45_000)],
  }),
  scenario('a token that could not be renewed is served while it lives', {
    ...one,
    steps: [load(), failing(500, { times: 1 }), advance(45_000), token()],
  }),
  scenario('a token that could not be renewed is asked for before it expires', {
    ...one,
    steps: [load(), failing(500, { times: 1 }), advance(45_000), advance(14_000), token()],
  }),
  scenario('a cleared token is not renewed', { ...one, steps: [load(), call('session.clearCache'), advance(1000)] }),
  scenario('a token that lives for less than the lead', {
    ...one,
    settings: { token_lifetime_s: 15 },
    steps: [load(), advance(8000), advance(5000)],
  }),
  scenario('only the current session has its token renewed', {
    ...two,
    differs: ['renewal-of-current'],
    steps: [load(), advance(45_000)],
  }),
  scenario('a session that the client has no more', {
    ...two,
    differs: ['renewal-of-gone'],
    steps: [
      load(),
      patched('/client/sessions/*/touch', { op: 'remove', path: '/client/sessions/0' }),
      call('session.touch'),
      advance(45_000),
    ],
  }),
  scenario('a page in the background', {
    ...one,
    steps: [load(), inBack, token({ skipCache: true }), advance(45_000), advance(12_000)],
  }),
  scenario('a page that is seen again', {
    ...one,
    steps: [load(), inBack, call('session.clearCache'), dispatch('visibilitychange', 'document')],
  }),
  scenario('without cookies nobody looks', {
    ...one,
    steps: [load({ standardBrowser: false }), advance(45_000), advance(16_000), token()],
  }),
];

/** A kind of token that nobody else asks for. */
const template = { template: 'supabase' };
const templated = {
  ...one,
  settings: { jwt_templates: { supabase: { claims: { role: 'authenticated' }, lifetime_s: 60 } } },
};
const TEMPLATE = `${TOKENS}/supabase`;

const failures = [
  ...[500, 503, 429].map(status =>
    scenario(`a server that answers ${status} once`, {
      ...templated,
      steps: [load(), fault(TEMPLATE, { status, times: 1 }), token(template), advance(3000), token(template)],
    }),
  ),
  scenario('a server that fails twice', {
    ...templated,
    steps: [load(), fault(TEMPLATE, { status: 500, times: 2 }), token(template), advance(3000), advance(4700)],
  }),
  scenario('a connection that is cut once', {
    ...templated,
    steps: [load(), fault(TEMPLATE, { disconnect: true, times: 1 }), token(template), advance(3000)],
  }),
  scenario('a server that fails each time', {
    ...templated,
    steps: [load(), fault(TEMPLATE, { status: 500 }), token(template), advance(20_000), advance(145_000)],
  }),
  scenario('a limit that says when to come back', {
    ...templated,
    differs: ['retry-after'],
    steps: [
      load(),
      fault(TEMPLATE, { status: 429, times: 1, headers: { 'Retry-After': '10' } }),
      token(template),
      advance(3000),
      advance(7000),
    ],
  }),
  scenario('a limit that lasts for longer than anybody waits', {
    ...templated,
    differs: ['retry-after'],
    steps: [load(), fault(TEMPLATE, { status: 429, times: 1, headers: { 'Retry-After': '600' } }), token(template)],
  }),
  scenario('two calls, and a server that fails once', {
    ...templated,
    steps: [
      load(),
      fault(TEMPLATE, { status: 500, times: 1 }),
      together(token(template), token(template)),
      advance(3000),
    ],
  }),
  scenario('an empty token is asked for again', {
    ...templated,
    steps: [
      load(),
      fault(TEMPLATE, { status: 200, times: 1, body: '{"object":"token","jwt":""}' }),
      token(template),
      advance(3000),
    ],
  }),
  scenario('a network that comes back', {
    ...templated,
    steps: [load(), offline(true), token(template), offline(false), advance(3000)],
  }),
  scenario('no network at all', {
    ...templated,
    differs: ['foreign-guards'],
    steps: [load(), offline(true), token(template), advance(3000), advance(4700), advance(7300)],
  }),
  scenario('a token by a template is renewed', {
    ...templated,
    steps: [load(), token(template), advance(45_000), token(template)],
  }),
  scenario('a page that is left alone in an outage, and after', {
    ...one,
    differs: ['back-to-ready'],
    steps: [load(), failing(404), advance(57_000), heal(), advance(3100)],
  }),
  scenario('a session that ended elsewhere, found by looking', {
    ...one,
    differs: ['signed-out-once'],
    steps: [
      load(),
      fault(TOKENS, { status: 401, times: 1 }),
      fault('/client', { status: 200, times: 1, body: '{"response":null,"client":null}' }),
      advance(57_000),
    ],
  }),
];

const minters = [
  scenario('a session minter', {
    ...one,
    settings: { session_minter: true },
    steps: [load(), token({ skipCache: true }), token(), advance(45_000)],
  }),
  scenario('a session minter, and a token by a template', {
    ...one,
    settings: { ...templated.settings, session_minter: true },
    steps: [load(), token(template), token({ ...template, skipCache: true })],
  }),
  scenario('an outage that wants the expired token', {
    ...one,
    settings: { expired_token_required: true },
    steps: [load(), token({ skipCache: true }), advance(45_000)],
  }),
  scenario('an outage that wants the expired token, for a template too', {
    ...one,
    settings: { ...templated.settings, expired_token_required: true },
    steps: [load(), token(template)],
  }),
];

const reads = [
  scenario('a read that is cut off once', {
    ...one,
    steps: [
      load(),
      fault('/client/sessions/*', { method: 'GET', disconnect: true, times: 1 }),
      call('session.reload'),
      advance(500),
    ],
  }),
  scenario('a read that is cut off each time', {
    ...one,
    steps: [
      load(),
      fault('/client/sessions/*', { method: 'GET', disconnect: true }),
      call('session.reload'),
      advance(500),
      advance(1500),
      advance(3000),
    ],
  }),
  scenario('a load whose client is cut off once', {
    ...one,
    steps: [fault('/client', { disconnect: true, times: 1 }), load(), advance(500)],
  }),
  scenario('a write that is cut off', {
    ...one,
    steps: [
      load(),
      fault('/client/sessions/*/end', { disconnect: true, times: 1 }),
      call('session.end'),
      advance(5000),
    ],
  }),
];

const clocks = [
  scenario('polling that is switched off', {
    ...one,
    differs: ['polling-option'],
    settings: { token_lifetime_s: 12 },
    steps: [load({ polling: false }), advance(8000)],
  }),
  scenario('a token in a page whose server is an hour ahead', {
    ...one,
    steps: [control('POST clock', { advance_ms: 3_600_000 }), load(), advance(2000), token()],
  }),
];

export const scenarios = [...renewals, ...failures, ...minters, ...reads, ...clocks];
