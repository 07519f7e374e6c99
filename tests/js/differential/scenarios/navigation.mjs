// Where the instance's pages are, and how one gets to others: the texts first, then the ways.
import { ada, call, callback, DEVELOPMENT, get, load, patched, scenario } from '../language.mjs';

const inDevelopment = { key: DEVELOPMENT };
const one = { signedIn: [ada] };
const ELSEWHERE = 'http://elsewhere.example';

const PAGES = [
  'buildSignInUrl',
  'buildSignUpUrl',
  'buildUserProfileUrl',
  'buildHomeUrl',
  'buildCreateOrganizationUrl',
  'buildOrganizationProfileUrl',
  'buildAfterSignInUrl',
  'buildAfterSignUpUrl',
  'buildAfterSignOutUrl',
  'buildAfterMultiSessionSingleSignOutUrl',
  'buildNewSubscriptionRedirectUrl',
  'buildWaitlistUrl',
  'buildTasksUrl',
];
const pages = PAGES.map(name => call(name));
const WAYS = [
  'redirectToSignIn',
  'redirectToSignUp',
  'redirectToUserProfile',
  'redirectToCreateOrganization',
  'redirectToOrganizationProfile',
  'redirectToAfterSignIn',
  'redirectToAfterSignUp',
  'redirectToAfterSignOut',
  'redirectToWaitlist',
  'redirectToTasks',
];
const ways = WAYS.map(name => call(name));

const after = {
  signInForceRedirectUrl: '/in',
  signInFallbackRedirectUrl: '/in-fallback',
  signUpForceRedirectUrl: 'https://app.example.com/up',
  signUpFallbackRedirectUrl: '/up-fallback',
  redirectUrl: '/asked?a=1&b=2#c',
};
const fallbacks = { signInFallbackRedirectUrl: '/in-fallback', signUpFallbackRedirectUrl: '/up-fallback' };
const own = {
  signInUrl: '/log-in',
  signUpUrl: '/register',
  waitlistUrl: '/wait#/a?b=c',
  afterSignOutUrl: '/bye',
  afterMultiSessionSingleSignOutUrl: '/who',
  newSubscriptionRedirectUrl: '/paid',
  taskUrls: { 'setup-mfa': '/more' },
};
const pending = patched(
  '/client',
  { op: 'add', path: '/response/sessions/0/tasks', value: [{ key: 'setup-mfa' }] },
  { op: 'replace', path: '/response/sessions/0/status', value: 'pending' },
);
const attempts = given => ['buildSignInUrl', 'buildSignUpUrl'].map(name => call(name, given));
const foreign = (name, options) => scenario(name, { ...options, differs: ['own-words'] });

const texts = [
  scenario('the pages of an instance', { steps: [load(), ...pages] }),
  scenario('the pages of an instance in development', { ...inDevelopment, steps: [load(), ...pages] }),
  scenario('the pages of an instance before load', { steps: pages }),
  scenario('the pages that an application has itself', { steps: [load(own), ...pages] }),
  scenario('the pages that an application has elsewhere, in development', {
    ...inDevelopment,
    differs: ['strangers-tokens'],
    steps: [load({ ...own, signInUrl: `${ELSEWHERE}/in`, signUpUrl: `${ELSEWHERE}/up?a=b#/c` }), ...pages],
  }),
  scenario('one page for signing in and up', {
    steps: [load({ signInUrl: '/log-in' }), ...pages, ...attempts({ ...after })],
  }),
  scenario('what an attempt is told of afterwards', {
    steps: [
      load(),
      ...attempts(after),
      ...attempts(fallbacks),
      ...attempts({ initialValues: { emailAddress: 'a@b.c', firstName: 'Ada & Co' } }),
    ],
  }),
  scenario('what an attempt is told of afterwards by the options of load', {
    steps: [load(after), ...attempts(), ...attempts({ signInForceRedirectUrl: '/nearer', redirectUrl: '/here' })],
  }),
  scenario('where an attempt leads by the options of load', {
    steps: [load(after), call('buildAfterSignInUrl'), call('buildAfterSignUpUrl')],
  }),
  scenario('where an attempt leads for lack of more', {
    steps: [load(fallbacks), call('buildAfterSignInUrl'), call('buildAfterSignUpUrl')],
  }),
  scenario('where a task is done', {
    ...one,
    steps: [pending, load(), call('buildTasksUrl'), call('buildTasksUrl', { redirectUrl: '/asked' })],
  }),
  scenario('where a task is done as the application has it', {
    ...one,
    steps: [pending, load(own), call('buildTasksUrl')],
  }),
  foreign('redirects to foreign pages', {
    steps: [
      load(),
      ...[
        `${ELSEWHERE}/a`,
        'javascript:alert(1)',
        'data:text/html,x',
        '//elsewhere.example/a',
        'https://clerk.example.com/a',
        'https://sub.example.com/a',
        'https://badexample.com/a',
      ].flatMap(redirectUrl => attempts({ redirectUrl })),
    ],
  }),
  foreign('redirects to pages that the application allows', {
    steps: [
      load({
        allowedRedirectOrigins: ['http://elsewhere.example/', 'https://*.friend.example'],
        signInForceRedirectUrl: `${ELSEWHERE}/a`,
      }),
      call('buildAfterSignInUrl'),
      ...[
        'https://a.friend.example/x',
        'https://friend.example/x',
        'https://sub.example.com/a',
        'http://evil.elsewhere.example',
      ].flatMap(redirectUrl => attempts({ redirectUrl })),
    ],
  }),
];

const router = { routerPush: callback('push'), routerReplace: callback('replace') };
const PLACES = ['/a?b=c#d', '#e', 'g', 'http://elsewhere.example/h'];

const navigations = [
  scenario('pages are gone to', {
    steps: [load(), ...PLACES.map(to => call('navigate', to)), call('navigate'), call('navigate', '')],
  }),
  scenario('pages are gone to before load', { steps: [call('navigate', '/a')] }),
  scenario('a router shows pages', {
    steps: [
      load(router),
      ...PLACES.map(to => call('navigate', to)),
      call('navigate', '/a', { replace: true }),
      call('navigate', '/a', { metadata: { some: 'thing' } }),
    ],
  }),
  scenario('a router that fails', {
    steps: [load({ ...router, routerPush: callback('push', 'no such page') }), call('navigate', '/a')],
  }),
  foreign('pages that nobody is sent to', {
    steps: [
      load(),
      ...['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'myapp://a'].map(to => call('navigate', to)),
    ],
  }),
  foreign('pages that nobody is sent to, with a router', {
    steps: [load(router), ...['javascript:alert(1)', 'myapp://a'].map(to => call('navigate', to))],
  }),
  scenario('a protocol that the application allows', {
    steps: [load({ ...router, allowedRedirectProtocols: ['myapp:'] }), call('navigate', 'myapp://a/b?c=d')],
  }),
  scenario('no URL', { steps: [load(), call('navigate', 'http://[')] }),
  scenario('the pages of an instance are gone to', {
    steps: [load(), ...ways, call('redirectWithAuth', `${ELSEWHERE}/a`)],
  }),
  scenario('the pages of an instance are gone to, in development', {
    ...inDevelopment,
    differs: ['strangers-tokens'],
    steps: [load(), call('redirectToSignIn', { redirectUrl: '/x' }), call('redirectWithAuth', `${ELSEWHERE}/a`)],
  }),
  scenario('a router shows the pages of an instance', { ...one, steps: [pending, load(router), ...ways] }),
  scenario('setActive with a router', {
    ...one,
    steps: [load(router), call('setActive', { session: null, redirectUrl: '/after' }), get('session')],
  }),
  scenario('setActive with a router and a session', {
    ...one,
    steps: [load(router), call('setActive', { redirectUrl: '/after?a=b#c' }), get('session.id')],
  }),
  scenario('signOut with a router', { ...one, steps: [load(router), call('signOut'), get('session')] }),
  scenario('signOut to a page with a router', {
    ...one,
    steps: [
      load({ ...router, allowedRedirectOrigins: [ELSEWHERE], afterSignOutUrl: '/bye' }),
      call('signOut', { redirectUrl: `${ELSEWHERE}/bye` }),
      get('session'),
    ],
  }),
];

export const scenarios = [...texts, ...navigations];
