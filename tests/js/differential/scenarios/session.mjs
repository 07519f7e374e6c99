// Sessions and their tokens.
import {
  ada,
  advance,
  at,
  call,
  control,
  fault,
  get,
  grace,
  keep,
  load,
  patched,
  same,
  scenario,
  set,
  together,
  unbound,
} from '../language.mjs';
import { jwt, sid } from './jwt.mjs';
import { membership } from './rich.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const other = method => `client.sessions.0.${method}`;
const token = options => call('session.getToken', ...(options === undefined ? [] : [options]));
/** The next token that is asked for is this one, or the next ones are. */
const minted = (raw, times = 1) =>
  fault('/client/sessions/*/tokens*', {
    times,
    status: 200,
    body: JSON.stringify({ object: 'token', jwt: raw }),
  });

const tokens = [
  scenario('a cached token needs no request', { ...one, steps: [load(), token(), token()] }),
  scenario('skipCache asks for a new token', { ...one, steps: [load(), token({ skipCache: true }), token()] }),
  scenario('two concurrent calls share one request', {
    ...one,
    steps: [load(), call('session.clearCache'), together(token(), token())],
  }),
  scenario('concurrent calls that skip the cache have requests of their own', {
    ...one,
    steps: [load(), minted(jwt(), 2), together(token({ skipCache: true }), token({ skipCache: true })), token()],
  }),
  scenario('a token that is used up is asked for again', { ...one, steps: [load(), advance(61_000), token()] }),
  scenario('a token with more than five seconds left is served', {
    ...one,
    settings: { token_lifetime_s: 12 },
    steps: [load(), advance(5000), token()],
  }),
  scenario('a token with five seconds left is not served', {
    ...one,
    settings: { token_lifetime_s: 12 },
    steps: [load(), advance(6500), token()],
  }),
  scenario('a page whose clock is ahead', {
    ...one,
    differs: ['device-clocks'],
    steps: [control('POST clock', { advance_ms: -58_000 }), load(), token(), token()],
  }),
  scenario('a page whose clock is behind', {
    ...one,
    settings: { token_lifetime_s: 12 },
    differs: ['device-clocks'],
    steps: [
      control('POST clock', { advance_ms: 600_000 }),
      load(),
      advance(9000),
      token(),
      token({ skipCache: true }),
      advance(9000),
      token(),
    ],
  }),
  scenario('the cleared cache', { ...one, steps: [load(), call('session.clearCache'), token()] }),
  scenario('a token of the session that is not current', {
    ...two,
    differs: ['cookie-of-current'],
    steps: [load(), call(other('getToken'))],
  }),
  scenario('a new token of the session that is not current', {
    ...two,
    differs: ['cookie-of-current'],
    steps: [load(), call(other('getToken'), { skipCache: true }), token()],
  }),
  scenario('options that ask for nothing', {
    ...one,
    steps: [load(), token({}), token(null), token({ leewayInSeconds: 50 }), token({ template: undefined })],
  }),
  scenario('tokens are refused', {
    ...one,
    differs: ['failed-mints'],
    steps: [load(), fault('/client/sessions/*/tokens', { status: 422 }), token({ skipCache: true }), token()],
  }),
  scenario('tokens are refused as the session has ended', {
    ...one,
    steps: [load(), fault('/client/sessions/*/tokens', { status: 401, times: 1 }), token({ skipCache: true })],
  }),
];

const settings = {
  jwt_templates: {
    supabase: { claims: { role: 'authenticated' }, lifetime_s: 60 },
    'a.b-c_d~e': { claims: {}, lifetime_s: 60 },
  },
};

const templates = [
  scenario('a token by a template', {
    ...one,
    settings,
    steps: [load(), token({ template: 'supabase' }), token({ template: 'supabase' }), token()],
  }),
  scenario('a token by a template, past the cache', {
    ...one,
    settings,
    steps: [
      load(),
      token({ template: 'supabase' }),
      token({ template: 'supabase', skipCache: true }),
      token({ template: 'supabase' }),
    ],
  }),
  scenario('a token by a template that does not exist', {
    ...one,
    settings,
    steps: [load(), token({ template: 'hasura' })],
  }),
  scenario('an empty template is none', { ...one, settings, steps: [load(), token({ template: '' })] }),
  scenario('a template with characters that a path may hold', {
    ...one,
    settings,
    steps: [load(), token({ template: 'a.b-c_d~e' })],
  }),
  scenario('a template with a slash', {
    ...one,
    settings,
    differs: ['template-paths'],
    steps: [load(), token({ template: 'a/b' })],
  }),
  scenario('a template with a question mark', {
    ...one,
    settings,
    differs: ['template-paths'],
    steps: [load(), token({ template: 'supabase?x=1#y' })],
  }),
  scenario('a template with a space and letters of other scripts', {
    ...one,
    settings,
    steps: [load(), token({ template: 'für ∂' })],
  }),
  scenario('a template named like an organization', {
    ...one,
    settings: { jwt_templates: { org_1: { claims: {}, lifetime_s: 60 } } },
    differs: ['token-keys'],
    steps: [load(), token({ template: 'org_1' }), token({ organizationId: 'org_1' })],
  }),
];

/** Ada's session in an organization. */
const member = patched(
  '/client',
  { op: 'add', path: '/response/sessions/0/user/organization_memberships', value: [membership] },
  { op: 'add', path: '/response/sessions/0/last_active_organization_id', value: 'org_1' },
);

const organizations = [
  scenario('a token for an organization that the user is not in', {
    ...one,
    steps: [load(), token({ organizationId: 'org_1' })],
  }),
  scenario('a token for an organization', {
    ...one,
    steps: [load(), minted(jwt({ sid: 'sess_x', org_id: 'org_1' })), token({ organizationId: 'org_1' }), token()],
  }),
  scenario('a token for the personal account', {
    ...one,
    steps: [load(), token({ organizationId: null }), token({ organizationId: '' })],
  }),
  scenario('a session in an organization', { ...one, steps: [member, load(), get('organization')] }),
  scenario('a token of a session in an organization', {
    ...one,
    steps: [
      member,
      load(),
      minted(jwt({ o: { id: 'org_1', rol: 'admin' } })),
      token({ skipCache: true }),
      token({ organizationId: null }),
    ],
  }),
  scenario('a token for the organization that is active', {
    ...one,
    steps: [
      member,
      load(),
      minted(jwt({ sid, org_id: 'org_1' })),
      token({ organizationId: 'org_1', skipCache: true }),
      token(),
    ],
  }),
  scenario('touch in an organization', { ...one, steps: [member, load(), call('session.touch')] }),
];

const deeds = [
  scenario('touch', { ...one, steps: [load(), call('session.touch')] }),
  scenario('touch with an intent', { ...one, steps: [load(), call('session.touch', { intent: 'focus' })] }),
  scenario('touch with an intent that nobody knows', {
    ...one,
    steps: [load(), call('session.touch', { intent: 'because' })],
  }),
  scenario('touch the other one', { ...two, differs: ['cookie-of-current'], steps: [load(), call(other('touch'))] }),
  scenario('touch is refused', {
    ...one,
    steps: [load(), fault('/client/sessions/*/touch', { status: 422 }), call('session.touch')],
  }),
  scenario('touch finds the session gone', {
    ...one,
    steps: [load(), fault('/client/sessions/*/touch', { status: 401, times: 1 }), call('session.touch')],
  }),
  scenario('end', { ...one, steps: [load(), call('session.end')] }),
  scenario('end the other one', { ...two, steps: [load(), call(other('end'))] }),
  scenario('end the same one twice', {
    ...one,
    steps: [load(), keep('session', 'ended'), call('session.end'), call('kept.ended.end')],
  }),
  scenario('end is refused', {
    ...one,
    steps: [load(), fault('/client/sessions/*/end', { status: 500 }), call('session.end')],
  }),
  scenario('remove', { ...one, steps: [load(), call('session.remove')] }),
  scenario('remove the other one', { ...two, steps: [load(), call(other('remove')), token()] }),
  scenario('reload', { ...one, steps: [load(), call('session.reload')] }),
  scenario('reload the other one', { ...two, steps: [load(), call(other('reload'))] }),
  scenario('reload a session that is gone', {
    ...one,
    steps: [load(), keep('session', 'held'), call('session.remove'), call('kept.held.reload')],
  }),
  scenario('setActive the other one', {
    ...two,
    steps: [load(), call('setActive', { session: at('client.sessions.0') })],
  }),
  scenario('a client without a user', {
    ...one,
    steps: [patched('/client', { op: 'remove', path: '/response/sessions/0/user' }), load()],
  }),
];

const held = [
  scenario('a session that was replaced still acts', {
    ...one,
    steps: [
      load(),
      keep('session', 'old'),
      call('session.touch'),
      same('kept.old', 'session'),
      call('kept.old.touch'),
      call('kept.old.getToken'),
    ],
  }),
  scenario('a session that was replaced keeps its own token', {
    ...one,
    differs: ['replaced-sessions'],
    steps: [
      load(),
      keep('session', 'old'),
      call('session.touch'),
      call('kept.old.getToken', { skipCache: true }),
      get('kept.old.lastActiveToken.jwt'),
      token(),
    ],
  }),
  scenario('methods that were taken off a session', {
    ...one,
    steps: [load(), unbound('session.getToken'), unbound('session.touch'), unbound('session.end')],
  }),
  scenario('a property of a session that was assigned', {
    ...one,
    differs: ['assigned-properties'],
    steps: [
      load(),
      set('session.lastActiveOrganizationId', 'org_9'),
      fault('/client/sessions/*/touch', { status: 422 }),
      call('session.touch'),
    ],
  }),
];

const odd = (name, raw, differs = []) =>
  scenario(`a token ${name}`, {
    ...one,
    differs,
    steps: [load(), minted(raw), token({ skipCache: true }), token()],
  });

const oddTokens = [
  odd('without an expiry', jwt({ exp: undefined })),
  odd('that expired long ago', jwt({ sid, iat: 1_700_000_000, exp: 1_700_000_060 })),
  odd('that is older than the one that is held', jwt({ sid }, { oiat: 1_700_000_000 })),
  odd('of another session', jwt({ sid: 'sess_other' })),
  odd('with texts for times', jwt({ iat: '1', exp: '2' })),
  odd('with letters of other scripts', jwt({ name: 'Zoë ∂ 🦀' })),
  odd('that lives for a thousand years', jwt({ exp: 33_000_000_000 }), ['long-tokens']),
];

/** A touch is answered by a server whose clock is slow. */
const earlier = (how, ...operations) =>
  fault('/client/sessions/*/touch', {
    ...how,
    times: 1,
    json_patch: [{ op: 'replace', path: '/client/updated_at', value: 1 }, ...operations],
  });
const noSessions = { op: 'replace', path: '/client/sessions', value: [] };
const oneSession = { op: 'remove', path: '/client/sessions/0' };
/** The client is read while a touch is under way. */
const overtaken = operation => [
  load(),
  earlier({ hold_ms: 300 }, operation),
  together(call('session.touch'), call('client.reload')),
];

const orders = [
  scenario('an answer that was overtaken has no sessions', {
    ...two,
    differs: ['overtaken-answers'],
    steps: overtaken(noSessions),
  }),
  scenario('an answer that was overtaken lacks a session', {
    ...two,
    differs: ['overtaken-answers'],
    steps: overtaken(oneSession),
  }),
  scenario('a server whose clock is slow answers that there is a session less', {
    ...two,
    steps: [load(), earlier({}, oneSession), call('session.touch')],
  }),
];

export const scenarios = [...tokens, ...templates, ...organizations, ...deeds, ...held, ...oddTokens, ...orders];
