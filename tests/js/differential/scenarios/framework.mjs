// What the packages for frameworks use of a Clerk object: the status, the page's hooks, the first session, tasks.
import {
  ada,
  at,
  call,
  callback,
  choosing,
  DEVELOPMENT,
  fault,
  get,
  giving,
  grace,
  heal,
  keep,
  listen,
  load,
  patched,
  same,
  scenario,
  set,
} from '../language.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const other = at('client.sessions.0.id');
const heard = (name, ...more) => call('on', 'status', callback(name), ...more);

const statuses = [
  scenario('a handler of the status', { steps: [heard('status'), load()] }),
  scenario('a handler that is told what was last', {
    steps: [heard('status', { notify: true }), load(), heard('later', { notify: true })],
  }),
  scenario('a handler that comes later and is told nothing', {
    steps: [load(), heard('status'), heard('other', {}), heard('third', { notify: false })],
  }),
  scenario('a load that is refused', {
    steps: [heard('status', { notify: true }), fault('/client', { status: 403, times: 1 }), load(), get('status')],
  }),
  scenario('a handler twice, of which one goes', {
    steps: [
      set('window.handler', callback('status')),
      call('on', 'status', at('window.handler')),
      call('on', 'status', at('window.handler')),
      call('off', 'status', at('window.handler')),
      load(),
    ],
  }),
  scenario('all handlers go', { steps: [heard('status'), heard('second'), call('off', 'status'), load()] }),
  scenario('handlers of nothing', {
    steps: [
      call('off', 'status', callback('stranger')),
      call('off', 'unheard-of'),
      heard('status'),
      call('off', 'status', callback('stranger')),
      load(),
    ],
  }),
  scenario('an event that nobody knows', {
    steps: [call('on', 'unheard-of', callback('never'), { notify: true }), load()],
  }),
];

const hooks = [
  set('window.__internal_onBeforeSetActive', callback('before')),
  set('window.__internal_onAfterSetActive', callback('after')),
];
const TASK = [
  { op: 'add', path: '/response/sessions/0/tasks', value: [{ key: 'setup-mfa' }] },
  { op: 'replace', path: '/response/sessions/0/status', value: 'pending' },
];
const pending = patched('/client', ...TASK);
const staysPending = patched(
  '/client/sessions/*/touch',
  { op: 'add', path: '/response/tasks', value: [{ key: 'setup-mfa' }] },
  { op: 'replace', path: '/response/status', value: 'pending' },
);
const inTouch = operation => ({ ...operation, path: operation.path.replace('/response', '/client') });
const removed = patched('/client', { op: 'replace', path: '/response/sessions', value: [] });

const pageHooks = [
  scenario('the page’s hooks, and a load', { ...one, steps: [...hooks, load()] }),
  scenario('the page’s hooks, and setActive', {
    ...two,
    steps: [load(), ...hooks, call('setActive', { session: other })],
  }),
  scenario('the page’s hooks, and setActive null', {
    ...one,
    steps: [load(), ...hooks, call('setActive', { session: null })],
  }),
  scenario('the page’s hooks, and setActive with navigate', {
    ...two,
    steps: [load(), ...hooks, call('setActive', { session: other, navigate: callback('navigate') })],
  }),
  scenario('the page’s hooks, and setActive that leaves', {
    ...two,
    steps: [load(), ...hooks, call('setActive', { session: other, redirectUrl: '/after' })],
  }),
  scenario('the page’s hooks, and setActive of a pending session', {
    ...one,
    differs: ['own-words'],
    steps: [pending, staysPending, load(), ...hooks, call('setActive', { session: at('client.sessions.0') })],
  }),
  scenario('the page’s hooks, and a session that becomes pending', {
    ...one,
    steps: [load(), ...hooks, patched('/client/sessions/*/touch', ...TASK.map(inTouch)), call('session.touch')],
  }),
  scenario('the page’s hooks, and signOut', {
    ...one,
    steps: [load({ routerPush: callback('push'), routerReplace: callback('replace') }), ...hooks, call('signOut')],
  }),
  scenario('the page’s hooks, and signOut of another session', {
    ...two,
    steps: [load(), ...hooks, call('signOut', { sessionId: other })],
  }),
  scenario('the page’s hooks, and signOut with a callback', {
    ...one,
    steps: [load(), ...hooks, call('signOut', callback('out'))],
  }),
  scenario('the page’s hooks, and nobody to sign out', { steps: [load(), ...hooks, call('signOut')] }),
  scenario('a hook before that throws', {
    ...two,
    steps: [
      load(),
      set('window.__internal_onBeforeSetActive', callback('before', 'no')),
      call('setActive', { session: other }),
    ],
  }),
  scenario('a hook after that throws', {
    ...two,
    steps: [
      load(),
      set('window.__internal_onAfterSetActive', callback('after', 'no')),
      call('setActive', { session: other }),
    ],
  }),
  scenario('a hook that is none', {
    ...two,
    steps: [
      load(),
      set('window.__internal_onBeforeSetActive', 'text'),
      set('window.__internal_onAfterSetActive', null),
      call('setActive', { session: other }),
    ],
  }),
];

const firstSessions = [
  scenario('the application chooses the first session', {
    ...two,
    steps: [load({ selectInitialSession: choosing('sessions.0') })],
  }),
  scenario('the application chooses none', { ...two, steps: [load({ selectInitialSession: giving(null) })] }),
  ...[{ id: 'sess_gone' }, {}, 'text', 5].map(chosen =>
    scenario(`the application chooses ${JSON.stringify(chosen)}`, {
      ...two,
      differs: ['odd-choices'],
      steps: [load({ selectInitialSession: giving(chosen) })],
    }),
  ),
];

const routers = { routerPush: callback('push'), routerReplace: callback('replace') };
const taskUrls = { 'setup-mfa': '/tasks/mfa', 'reset-password': '/tasks/password' };
const activate = (more = {}) => call('setActive', { session: at('client.sessions.0'), ...more });
const tasks = [
  scenario('a pending session goes where its task is done', {
    ...one,
    steps: [pending, load({ taskUrls, ...routers }), activate()],
  }),
  scenario('and is told where to go afterwards', {
    ...one,
    steps: [pending, load({ taskUrls, ...routers }), activate({ redirectUrl: '/after?a=b c#d' })],
  }),
  scenario('a task’s page that has a hash', {
    ...one,
    steps: [
      pending,
      load({ taskUrls: { 'setup-mfa': '/sign-in#/tasks' }, ...routers }),
      activate({ redirectUrl: '/after' }),
    ],
  }),
  scenario('a task goes before navigate', {
    ...one,
    steps: [pending, load({ taskUrls, ...routers }), activate({ navigate: callback('navigate') })],
  }),
  scenario('a task of which nobody says where', {
    ...one,
    steps: [pending, load({ taskUrls: { 'reset-password': '/x' }, ...routers }), activate({ redirectUrl: '/after' })],
  }),
  scenario('a task that leaves the page', { ...one, steps: [pending, load({ taskUrls }), activate()] }),
  scenario('an active session has no task', {
    ...one,
    steps: [load({ taskUrls, ...routers }), activate({ redirectUrl: '/after' })],
  }),
];

const needsOrganization = patched('/environment', {
  op: 'replace',
  path: '/response/organization_settings/force_organization_selection',
  value: true,
});
const organizations = [
  scenario('an instance without personal accounts', {
    ...one,
    steps: [needsOrganization, load(), ...hooks, call('setActive', { organization: null })],
  }),
  scenario('whether an instance has organizations', {
    ...one,
    steps: [
      load(),
      call('__internal_attemptToEnableEnvironmentSetting', { for: 'organizations', caller: 'useOrganization' }),
      call('__internal_attemptToEnableEnvironmentSetting', { for: 'else', caller: 'useOrganization' }),
    ],
  }),
];

const gone = fault('/client/sessions/*/touch', { status: 401, times: 1 });
const signOuts = [
  scenario('handleUnauthenticated, and the session is there', {
    ...one,
    steps: [load(), ...hooks, call('handleUnauthenticated')],
  }),
  scenario('handleUnauthenticated, and the session is gone', {
    ...one,
    differs: ['signed-out-once'],
    steps: [load(), ...hooks, removed, call('handleUnauthenticated')],
  }),
  scenario('handleUnauthenticated, and nobody is signed in', { steps: [load(), call('handleUnauthenticated')] }),
  scenario('handleUnauthenticated before load', { ...one, steps: [call('handleUnauthenticated')] }),
  ...[403, 404, 500].map(status =>
    scenario(`handleUnauthenticated, and the client is answered with ${status}`, {
      ...one,
      steps: [load(), fault('/client', { status, times: 9 }), call('handleUnauthenticated'), heal()],
    }),
  ),
  scenario('a session that is gone, and the page’s hooks', {
    ...one,
    differs: ['signed-out-once'],
    steps: [load(), ...hooks, gone, removed, call('session.touch')],
  }),
];

const clients = [
  scenario('updateClient with the client that is there', {
    ...one,
    steps: [load(), call('updateClient', at('client'))],
  }),
  scenario('updateClient that tells nobody', {
    ...one,
    steps: [
      load(),
      call('updateClient', at('client'), { __internal_dangerouslySkipEmit: true }),
      call('session.touch'),
    ],
  }),
];

const emitted = [
  scenario('what was told last', {
    ...one,
    steps: [
      get('__internal_lastEmittedResources'),
      load(),
      keep('__internal_lastEmittedResources', 'first'),
      same('kept.first', '__internal_lastEmittedResources'),
      ...['client', 'session', 'user', 'organization'].map(part =>
        same(part, `__internal_lastEmittedResources.${part}`),
      ),
      call('session.touch'),
      same('kept.first', '__internal_lastEmittedResources'),
      same('session', '__internal_lastEmittedResources.session'),
    ],
  }),
  scenario('what was told last, when somebody listens', {
    ...one,
    steps: [
      listen('second'),
      load(),
      keep('__internal_lastEmittedResources', 'first'),
      same('session', 'kept.first.session'),
      call('session.touch'),
      same('kept.first', '__internal_lastEmittedResources'),
      same('session', '__internal_lastEmittedResources.session'),
    ],
  }),
  scenario('what was told last of nobody', {
    steps: [
      load(),
      get('__internal_lastEmittedResources.session'),
      get('__internal_lastEmittedResources.user'),
      get('__internal_lastEmittedResources.organization'),
    ],
  }),
];

const SETTINGS = {
  object: 'environment',
  id: 'env_2',
  display_config: {
    home_url: 'https://other.example.com/home',
    user_profile_url: 'https://other.example.com/user',
    waitlist_url: 'https://other.example.com/wait',
  },
  auth_config: { single_session_mode: true },
};
const options = [
  scenario('options that were given, and those that were not', {
    ...one,
    steps: [
      ...['standardBrowser', 'polling', 'unheardOf'].map(name => call('__internal_getOption', name)),
      get('isStandardBrowser'),
      load({ unheardOf: 5, signInUrl: '/in' }),
      ...['standardBrowser', 'polling', 'touchSession', 'isSatellite', 'unheardOf', 'signInUrl', 'signUpUrl'].map(
        name => call('__internal_getOption', name),
      ),
      get('isStandardBrowser'),
    ],
  }),
  scenario('props that change', {
    ...one,
    steps: [
      load({ signInUrl: '/in' }),
      call('__internal_updateProps', { options: { signInUrl: '/other' } }),
      call('__internal_getOption', 'signInUrl'),
    ],
  }),
  scenario('without cookies', {
    steps: [
      load({ standardBrowser: false }),
      get('isStandardBrowser'),
      call('__internal_getOption', 'standardBrowser'),
    ],
  }),
  scenario('an SDK says who it is', {
    steps: [load({ sdkMetadata: { name: 'sdk', version: '1' } }), get('sdkMetadata'), get('Clerk.sdkMetadata')],
  }),
  scenario('the country is said once', {
    steps: [
      get('__internal_country'),
      call('__internal_setCountry', null),
      call('__internal_setCountry', 'CH'),
      call('__internal_setCountry', 'DE'),
      get('__internal_country'),
    ],
  }),
  scenario('the settings of another instance', {
    steps: [
      call('__internal_setEnvironment', SETTINGS),
      get('loaded'),
      load(),
      call('__internal_setEnvironment', SETTINGS),
      ...['Home', 'UserProfile', 'Waitlist'].map(name => call(`build${name}Url`)),
      get('__internal_environment.displayConfig.homeUrl'),
      get('__internal_environment.authConfig.singleSessionMode'),
    ],
  }),
  scenario('another development browser', {
    key: DEVELOPMENT,
    ...one,
    steps: [load(), call('__internal_handleUnauthenticatedDevBrowser')],
  }),
  scenario('another development browser, and there is none to be had', {
    key: DEVELOPMENT,
    differs: ['own-words'],
    steps: [
      load(),
      fault('/dev_browser', { status: 500, times: 9 }),
      call('__internal_handleUnauthenticatedDevBrowser'),
    ],
  }),
  scenario('an error for the next page', {
    steps: [
      load(routers),
      get('__internal_last_error'),
      call('__internal_navigateWithError', '/x', { code: 'c', message: 'm' }),
      get('__internal_last_error'),
      get('__internal_last_error'),
    ],
  }),
  scenario('whether setActive is under way', {
    ...two,
    steps: [
      get('__internal_setActiveInProgress'),
      load(),
      call('setActive', { session: other }),
      get('__internal_setActiveInProgress'),
    ],
  }),
];

const navigations = [
  scenario('listeners of navigations', {
    steps: [
      load(routers),
      call('__internal_addNavigationListener', callback('navigated')),
      call('navigate', '/a'),
      call('navigate', ''),
      call('navigate', 'javascript:alert(1)'),
    ],
    differs: ['own-words'],
  }),
  ...['/a', 'http://elsewhere.example/a', '#b'].map(to =>
    scenario(`leaving for ${to} by __internal_windowNavigate`, {
      steps: [load(routers), call('__internal_windowNavigate', to)],
    }),
  ),
  ...['javascript:alert(1)', 'data:text/html,x', '//elsewhere.example/a', 'blob:http://localhost/x'].map(to =>
    scenario(`__internal_windowNavigate is given ${to}`, {
      differs: ['own-words'],
      steps: [load(routers), call('__internal_windowNavigate', to)],
    }),
  ),
  ...['//elsewhere.example/a', '\\\\elsewhere.example/a', '/\t/elsewhere.example/a', ' //elsewhere.example/a'].flatMap(
    to => [
      scenario(`navigate is given ${JSON.stringify(to)}`, {
        differs: ['scheme-relative'],
        steps: [load(), call('navigate', to)],
      }),
      scenario(`setActive is to go to ${JSON.stringify(to)}`, {
        ...two,
        differs: ['scheme-relative'],
        steps: [load(), call('setActive', { session: other, redirectUrl: to })],
      }),
      scenario(`signOut is to go to ${JSON.stringify(to)}`, {
        ...one,
        differs: ['scheme-relative'],
        steps: [load(), call('signOut', { redirectUrl: to })],
      }),
      scenario(`afterSignOutUrl is ${JSON.stringify(to)}`, {
        ...one,
        differs: ['scheme-relative'],
        steps: [load({ afterSignOutUrl: to }), call('signOut')],
      }),
    ],
  ),
];

const PLACES = [
  '/a?b=c#d',
  'a',
  '',
  'http://elsewhere.example/a?b=c#d',
  'http://elsewhere.example/a?__clerk_db_jwt=theirs',
  'https://app.accounts.dev/sign-in',
];
const FOREIGN = '//elsewhere.example/a';
const withAuth = PLACES.map(to => call('buildUrlWithAuth', to));
const authenticated = [
  scenario('URLs with the browser’s token, in production', { steps: [load(), ...withAuth] }),
  scenario('URLs with the browser’s token, in development', {
    key: DEVELOPMENT,
    differs: ['strangers-tokens'],
    steps: [load(), ...withAuth],
  }),
  scenario('a URL without a protocol, in development', {
    key: DEVELOPMENT,
    differs: ['scheme-relative'],
    steps: [load(), call('buildUrlWithAuth', FOREIGN)],
  }),
  scenario('URLs with the browser’s token, in development before load', { key: DEVELOPMENT, steps: withAuth }),
];

export const scenarios = [
  ...statuses,
  ...pageHooks,
  ...firstSessions,
  ...tasks,
  ...organizations,
  ...signOuts,
  ...clients,
  ...emitted,
  ...options,
  ...navigations,
  ...authenticated,
];
