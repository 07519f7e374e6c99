// The Clerk object: its constructor, listeners, `setActive` and `signOut`.
import {
  ada,
  at,
  call,
  callback,
  construct,
  DEVELOPMENT,
  fault,
  get,
  grace,
  heal,
  listen,
  load,
  PRODUCTION,
  patched,
  scenario,
  set,
  together,
  unbound,
  unlisten,
} from '../language.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const other = at('client.sessions.0.id');
const TOUCH = '/client/sessions/*/touch';
const TOKENS = '/client/sessions/*/tokens';
const allowing = { allowedRedirectOrigins: ['http://elsewhere.example'] };
const passing = { experimental: { persistClient: false } };
const encoded = host => Buffer.from(host).toString('base64').replace(/=+$/u, '');

const constructors = [
  scenario('keys that are none', {
    steps: ['', '   ', null, 'pk_test', 'sk_test_abc', 'pk_other_abc'].map(key => construct(key)),
  }),
  scenario('keys that hold no host', {
    steps: [
      '',
      '%%%',
      encoded('clerk.example.com'),
      encoded('localhost$'),
      encoded('$'),
      encoded('clerk.example.com$$'),
      encoded('a$b.example$'),
      `${encoded('clerk.example.com$')}_more`,
    ].map(rest => construct(`pk_live_${rest}`)),
  }),
  ...['clerk.example.com/path', 'https://clerk.example.com', 'user@clerk.example.com', 'clerk example.com'].map(host =>
    scenario(`a key that holds ${host}`, {
      differs: ['bad-addresses'],
      steps: [construct(`pk_live_${encoded(`${host}$`)}`)],
    }),
  ),
  scenario('keys with blanks around them, and padded ones', {
    steps: [
      construct(` ${DEVELOPMENT} `),
      construct(`pk_live_${encoded('clerk.example.com:8080$')}`),
      construct(`pk_live_${Buffer.from('clerk.example.com$').toString('base64')}`),
      construct('PK_LIVE_Y2xlcmsuZXhhbXBsZS5jb20k'),
    ],
  }),
  scenario('proxy URLs that are none', {
    steps: ['proxy', 'javascript:alert(1)', 'ftp://elsewhere.example', ''].map(proxyUrl =>
      construct(DEVELOPMENT, { proxyUrl }),
    ),
  }),
  ...['http://', '//elsewhere.example'].map(proxyUrl =>
    scenario(`a proxy URL ${proxyUrl}`, {
      differs: ['bad-addresses'],
      steps: [construct(PRODUCTION, { proxyUrl })],
    }),
  ),
  scenario('options of other types', {
    steps: [
      construct(DEVELOPMENT, null),
      construct(DEVELOPMENT, { proxyUrl: null }),
      construct(DEVELOPMENT, { domain: null }),
      construct(DEVELOPMENT, { unheardOf: true }),
    ],
  }),
];

const listeners = [
  scenario('a listener after load', { ...one, steps: [load(), listen('second')] }),
  scenario('a listener that skips the initial emission', {
    ...one,
    steps: [load(), listen('second', { skipInitialEmit: true }), call('session.touch')],
  }),
  scenario('several listeners, one of which ends', {
    ...one,
    steps: [load(), listen('second'), listen('third'), unlisten('second'), call('session.touch')],
  }),
  scenario('a listener that ends twice', {
    ...one,
    steps: [load(), listen('second'), unlisten('second'), unlisten('second'), call('session.touch')],
  }),
  scenario('a listener that ends itself', {
    ...one,
    steps: [listen('second', undefined, { once: true }), listen('third'), load(), call('session.touch')],
  }),
  scenario('a function that listens twice', {
    ...one,
    steps: [
      set('window.heard', callback('heard')),
      call('addListener', at('window.heard')),
      call('addListener', at('window.heard')),
      load(),
    ],
  }),
  scenario('a listener that throws', {
    ...one,
    differs: ['throwing-listener'],
    steps: [listen('second', undefined, { throws: 'no' }), listen('third'), load()],
  }),
  scenario('a listener that throws while a session is touched', {
    ...one,
    differs: ['throwing-listener'],
    steps: [load(), listen('second', { skipInitialEmit: true }, { throws: 'no' }), call('session.touch')],
  }),
  scenario('a listener that throws at once', {
    ...one,
    differs: ['throwing-listener'],
    steps: [load(), listen('second', undefined, { throws: 'no' })],
  }),
];

const beforeLoad = [
  scenario('what there is before load', {
    ...one,
    steps: ['client', 'session', 'user', 'organization', 'loaded', 'isSignedIn', 'status', 'version'].map(get),
  }),
  scenario('setActive before load', { ...one, steps: [call('setActive', { session: null })] }),
  scenario('signOut before load', { ...one, steps: [call('signOut')] }),
  scenario('methods without their object', {
    ...two,
    steps: [
      unbound('load', { telemetry: false }),
      unbound('setActive', { session: other }),
      unbound('session.getToken'),
      unbound('session.touch'),
      unbound('signOut', { sessionId: other }),
    ],
  }),
];

const activations = [
  scenario('setActive by id', { ...two, steps: [load(), call('setActive', { session: other })] }),
  scenario('setActive what is active', { ...one, steps: [load(), call('setActive', { session: at('session') })] }),
  scenario('setActive with nothing', { ...one, steps: [load(), call('setActive', {})] }),
  scenario('setActive without arguments', { ...one, steps: [load(), call('setActive')] }),
  scenario('setActive with nothing, and nobody is signed in', { steps: [load(), call('setActive', {})] }),
  scenario('setActive null, and back', {
    ...one,
    steps: [load(), call('setActive', { session: null }), call('setActive', { session: other })],
  }),
  scenario('setActive null without cookies', {
    ...one,
    steps: [load({ standardBrowser: false }), call('setActive', { session: null })],
  }),
  scenario('setActive an unknown session', {
    ...one,
    differs: ['unknown-session'],
    steps: [load(), call('setActive', { session: 'sess_gone' })],
  }),
  scenario('setActive a session that was made elsewhere', {
    ...two,
    differs: ['unknown-session'],
    steps: [
      patched('/client', { op: 'remove', path: '/response/sessions/1' }),
      load(),
      call('setActive', { session: at('client.lastActiveSessionId') }),
    ],
  }),
  scenario('setActive a session that has ended', {
    ...two,
    differs: ['ended-session'],
    steps: [load(), call('client.sessions.0.end'), call('setActive', { session: at('client.sessions.0') })],
  }),
  scenario('setActive and go to a page of the site', {
    ...two,
    steps: [load(), call('setActive', { session: other, redirectUrl: '/after?a=b#c' })],
  }),
  scenario('setActive and go elsewhere', {
    ...two,
    differs: ['foreign-redirects'],
    steps: [load(), call('setActive', { session: other, redirectUrl: 'http://elsewhere.example/after' })],
  }),
  scenario('setActive and go elsewhere, as the application allows', {
    ...two,
    steps: [load(allowing), call('setActive', { session: other, redirectUrl: 'http://elsewhere.example/after' })],
  }),
  scenario('setActive and go to an address that is none', {
    ...two,
    differs: ['not-an-address'],
    steps: [load(), call('setActive', { session: other, redirectUrl: 'http://[' })],
  }),
  scenario('setActive and run a script', {
    ...two,
    differs: ['own-words'],
    steps: [load(), call('setActive', { session: other, redirectUrl: 'javascript:alert(1)' })],
  }),
  scenario('setActive with navigate', {
    ...two,
    steps: [load(), call('setActive', { session: other, navigate: callback('navigate') })],
  }),
  scenario('setActive with navigate and a redirect', {
    ...two,
    steps: [load(), call('setActive', { session: other, navigate: callback('navigate'), redirectUrl: '/after' })],
  }),
  scenario('setActive with a navigate that throws', {
    ...two,
    differs: ['throwing-callback'],
    steps: [load(), call('setActive', { session: other, navigate: callback('navigate', 'no') })],
  }),
  scenario('setActive null with navigate', {
    ...one,
    steps: [load(), call('setActive', { session: null, navigate: callback('navigate') })],
  }),
  scenario('setActive with navigate, and the cookie is about to expire', {
    ...one,
    settings: { cookie_lifetime_days: 3 },
    steps: [load(), call('setActive', { session: other, navigate: callback('navigate') })],
  }),
  scenario('setActive and go to a page, and the cookie is about to expire', {
    ...one,
    settings: { cookie_lifetime_days: 3 },
    steps: [load(), call('setActive', { session: other, redirectUrl: '/after?a=1' })],
  }),
  ...[401, 404, 422, 500].map(status =>
    scenario(`setActive, and the touch is answered with ${status}`, {
      ...two,
      steps: [load(), fault(TOUCH, { status, times: 1 }), call('setActive', { session: other })],
    }),
  ),
  scenario('setActive null during another setActive', {
    ...two,
    differs: ['last-asked'],
    steps: [load(), together(call('setActive', { session: other }), call('setActive', { session: null }))],
  }),
];

const organization = {
  object: 'organization',
  id: 'org_1',
  name: 'Acme',
  slug: 'acme',
  image_url: '',
  has_image: false,
  created_at: 1,
  updated_at: 1,
};
const membership = {
  object: 'organization_membership',
  id: 'orgmem_1',
  role: 'org:admin',
  role_name: 'Admin',
  permissions: ['org:billing:read'],
  organization,
  created_at: 1,
  updated_at: 1,
};
/** The server has no organizations: it is made to look as if it had one, and a token for it. */
const inAcme = [
  patched('/client', { op: 'add', path: '/response/sessions/0/user/organization_memberships/0', value: membership }),
  load(),
  fault(TOUCH, { status: 204, body: '' }),
  fault(TOKENS, { body: JSON.stringify({ object: 'token', jwt: organizationToken() }) }),
];

/** Good for a day. */
function organizationToken() {
  const now = Math.floor(Date.now() / 3_600_000) * 3600;
  const claims = {
    sid: 'sess_1',
    sub: 'user_1',
    org_id: 'org_1',
    org_role: 'org:admin',
    org_slug: 'acme',
    iat: now,
    exp: now + 86_400,
  };
  const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2ln`;
}

const organizations = [
  scenario('setActive an organization by id', {
    ...one,
    steps: [...inAcme, call('setActive', { organization: 'org_1' })],
  }),
  scenario('setActive an organization by slug', {
    ...one,
    steps: [...inAcme, call('setActive', { organization: 'acme' })],
  }),
  scenario('setActive an organization itself', {
    ...one,
    steps: [
      ...inAcme,
      call('setActive', { organization: at('user.organizationMemberships.0.organization') }),
      heal(),
      call('setActive', { organization: null }),
    ],
  }),
  scenario('setActive the personal account', { ...one, steps: [...inAcme, call('setActive', { organization: null })] }),
  scenario('setActive an organization that the user is not in', {
    ...one,
    steps: [...inAcme, call('setActive', { organization: 'org_2' })],
  }),
  scenario('setActive a slug that the user is not in', {
    ...one,
    differs: ['unknown-slug'],
    steps: [...inAcme, call('setActive', { organization: 'nobody' })],
  }),
];

const signOuts = [
  scenario('signOut', { ...one, steps: [load(), call('signOut')] }),
  scenario('signOut of two', { ...two, steps: [load(), call('signOut')] }),
  scenario('signOut of the active one of two', {
    ...two,
    steps: [load(), call('signOut', { sessionId: at('session.id') })],
  }),
  scenario('signOut of the other one of two', { ...two, steps: [load(), call('signOut', { sessionId: other })] }),
  scenario('signOut of an unknown session of two', {
    ...two,
    steps: [load(), call('signOut', { sessionId: 'sess_gone' })],
  }),
  scenario('signOut of an unknown session of one', {
    ...one,
    steps: [load(), call('signOut', { sessionId: 'sess_gone' })],
  }),
  scenario('signOut without sessions', { steps: [load(), call('signOut', { redirectUrl: '/bye' })] }),
  scenario('signOut with a callback', { ...one, steps: [load(), call('signOut', callback('signed out'))] }),
  scenario('signOut with a callback that throws', {
    ...one,
    differs: ['throwing-callback'],
    steps: [load(), call('signOut', callback('signed out', 'no'))],
  }),
  scenario('signOut with a callback, of the other one of two', {
    ...two,
    steps: [load(), call('signOut', callback('signed out'), { sessionId: other })],
  }),
  scenario('signOut and go to a page', { ...one, steps: [load(), call('signOut', { redirectUrl: '/bye' })] }),
  scenario('signOut and go elsewhere', {
    ...one,
    differs: ['foreign-redirects'],
    steps: [load(), call('signOut', { redirectUrl: 'http://elsewhere.example/bye' })],
  }),
  scenario('signOut and go elsewhere, as the application allows', {
    ...one,
    steps: [load(allowing), call('signOut', { redirectUrl: 'http://elsewhere.example/bye' })],
  }),
  scenario('signOut and go elsewhere, as the application has it', {
    ...one,
    steps: [load({ afterSignOutUrl: 'http://elsewhere.example/bye' }), call('signOut')],
  }),
  scenario('signOut that deletes the client', {
    ...one,
    steps: [load(passing), call('signOut'), get('client.id'), get('session')],
  }),
  scenario('signOut of all that deletes the client', {
    ...two,
    steps: [load(passing), call('signOut', { redirectUrl: '/bye' })],
  }),
  scenario('signOut of one session of a client that is not to last', {
    ...two,
    steps: [load(passing), call('signOut', { sessionId: other })],
  }),
  scenario('signOut that deletes the client, and is refused', {
    ...one,
    differs: ['sign-out-failure'],
    steps: [load(passing), fault('/client', { status: 500, times: 1 }), call('signOut')],
  }),
  scenario('signOut to the URL of load', { ...one, steps: [load({ afterSignOutUrl: '/bye' }), call('signOut')] }),
  scenario('signOut without cookies', { ...one, steps: [load({ standardBrowser: false }), call('signOut')] }),
  scenario('signOut in development', { key: DEVELOPMENT, ...one, steps: [load(), call('signOut')] }),
  scenario('signOut fails', {
    ...one,
    differs: ['sign-out-failure'],
    steps: [load(), fault('/client/sessions', { status: 500, times: 1 }), call('signOut')],
  }),
  scenario('signOut of the active one of two fails', {
    ...two,
    differs: ['sign-out-failure'],
    steps: [
      load(),
      fault('/client/sessions/*/remove', { status: 422, times: 1 }),
      call('signOut', { sessionId: at('session.id') }),
    ],
  }),
];

const waitlist = [
  scenario('joining the waitlist, and once more', {
    ...one,
    steps: [
      load(),
      call('joinWaitlist', { emailAddress: 'new@example.com', other: 1 }),
      get('kept.result.id'),
      get('kept.result.pathRoot'),
      call('joinWaitlist', { emailAddress: 'new@example.com' }),
    ],
  }),
  scenario('an entry of the waitlist with dates', {
    steps: [
      load(),
      patched(
        '/waitlist',
        { op: 'add', path: '/created_at', value: 1_764_000_000_000 },
        { op: 'add', path: '/updated_at', value: 1_764_000_001_000 },
      ),
      call('joinWaitlist', { emailAddress: 'new@example.com' }),
      get('kept.result'),
    ],
  }),
  scenario('what is no address is not put on the waitlist', {
    differs: ['wrong-arguments'],
    steps: [
      load(),
      ...['nobody', ''].map(emailAddress => call('joinWaitlist', { emailAddress })),
      call('joinWaitlist'),
    ],
  }),
  scenario('the waitlist without an instance that answers', {
    steps: [load(), fault('/waitlist', { status: 500 }), call('joinWaitlist', { emailAddress: 'new@example.com' })],
  }),
];

export const scenarios = [
  ...constructors,
  ...listeners,
  ...beforeLoad,
  ...activations,
  ...organizations,
  ...signOuts,
  ...waitlist,
];
