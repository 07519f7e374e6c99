// Loading: signed out and signed in, both kinds of key, with and without cookies.
import {
  ada,
  call,
  construct,
  DEVELOPMENT,
  fault,
  get,
  grace,
  keep,
  load,
  mary,
  PRODUCTION,
  patched,
  same,
  scenario,
  suffixOf,
  together,
} from '../language.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const inDevelopment = { key: DEVELOPMENT };
const replaced = (path, value) => patched('/client', { op: 'replace', path: `/response${path}`, value });
const removed = path => patched('/client', { op: 'remove', path: `/response${path}` });
const environment = (path, value) => patched('/environment', { op: 'replace', path, value });
const noCookie = name => `${name}=; path=/; max-age=0`;

const browsers = [
  scenario('a visitor without a client', { steps: [load()] }),
  scenario('a page that redirects have led to', {
    ...inDevelopment,
    url: '?__clerk_synced=true&a=b&__clerk_handshake=x&suffixed_cookies=true&__clerk_help=1#c',
    steps: [load(), get('window.location.href')],
  }),
  scenario('a visitor without a client, in development', { ...inDevelopment, steps: [load()] }),
  scenario('a visitor without a client, without cookies', { steps: [load({ standardBrowser: false })] }),
  scenario('a visitor without a client, in development and without cookies', {
    ...inDevelopment,
    steps: [load({ standardBrowser: false })],
  }),
  scenario('one session', { ...one, steps: [load()] }),
  scenario('one session, in development', { ...inDevelopment, ...one, steps: [load()] }),
  scenario('two sessions', { ...two, steps: [load()] }),
  scenario('three sessions', { signedIn: [ada, grace, mary], steps: [load()] }),
  scenario('three sessions, in development', { ...inDevelopment, signedIn: [ada, grace, mary], steps: [load()] }),
  scenario('one session, without cookies', { ...one, steps: [load({ standardBrowser: false })] }),
  scenario('two sessions, without cookies', { ...two, steps: [load({ standardBrowser: false })] }),
];

const addresses = [
  scenario('a proxy URL with a slash at its end', { clerk: { proxyUrl: '{emulator}/' }, steps: [load()] }),
  scenario('a proxy URL with blanks around it', { clerk: { proxyUrl: ' {emulator} ' }, steps: [load()] }),
  scenario('a proxy URL that is a path of the page', { clerk: { proxyUrl: '/clerk/' }, steps: [] }),
  scenario('a proxy that has nothing to say', { clerk: { proxyUrl: '/nothing' }, steps: [load()] }),
  scenario('a domain in production', { clerk: { domain: 'satellite.example' }, steps: [] }),
  scenario('a domain with a scheme, a prefix and a slash', {
    differs: ['domain-slashes'],
    clerk: { domain: 'https://clerk.satellite.example/' },
    steps: [],
  }),
  scenario('a domain in development', { ...inDevelopment, clerk: { domain: 'satellite.example' }, steps: [load()] }),
  scenario('a domain and a proxy URL', { ...one, clerk: { domain: 'satellite.example' }, steps: [load()] }),
];

const cookies = [
  scenario('a development browser in the plain cookie alone', {
    ...inDevelopment,
    ...one,
    cookies: [noCookie(`__clerk_db_jwt_${suffixOf(DEVELOPMENT)}`)],
    steps: [load()],
  }),
  scenario('a development browser in the suffixed cookie alone', {
    ...inDevelopment,
    ...one,
    cookies: [noCookie('__clerk_db_jwt')],
    steps: [load()],
  }),
  scenario('a development browser that the server does not know', {
    ...inDevelopment,
    differs: ['one-dev-browser'],
    cookies: ['__clerk_db_jwt=dvb_gone; path=/'],
    steps: [load()],
  }),
  scenario('a development browser in the address of the page', {
    ...inDevelopment,
    differs: ['one-dev-browser'],
    url: '?__clerk_db_jwt=dvb_gone&a=b#c',
    steps: [load(), get('window.location.search'), get('window.location.hash')],
  }),
  scenario('a development browser of earlier visits in production', {
    cookies: ['__clerk_db_jwt=dvb_gone; path=/'],
    steps: [load()],
  }),
  scenario('a session cookie of an earlier visit', { cookies: ['__session=left.over.token; path=/'], steps: [load()] }),
  scenario('a session cookie that is no token', { cookies: ['__session=garbage; path=/'], steps: [load()] }),
  scenario('a session cookie that is no token, and a session', {
    ...one,
    cookies: ['__session=garbage; path=/'],
    steps: [load()],
  }),
  scenario('an empty session cookie', { ...one, cookies: ['__session=; path=/'], steps: [load()] }),
  scenario('cookies of another instance', {
    ...one,
    cookies: ['__session_AAAAAAAA=garbage; path=/', '__client_uat_AAAAAAAA=5; path=/', '__client_uat=5; path=/'],
    steps: [load()],
  }),
  scenario('cookies of another instance, in development', {
    ...inDevelopment,
    ...one,
    cookies: ['__session_AAAAAAAA=garbage; path=/', '__clerk_db_jwt_AAAAAAAA=dvb_gone; path=/'],
    steps: [load()],
  }),
];

const calls = [
  scenario('load twice', { ...one, steps: [load(), load()] }),
  scenario('load twice at the same time', { ...one, differs: ['shared-load'], steps: [together(load(), load())] }),
  scenario('load after a failed load', {
    ...one,
    steps: [fault('/client', { status: 403, times: 1 }), load(), load()],
  }),
  scenario('load after a failed load, in development', {
    ...inDevelopment,
    ...one,
    steps: [fault('/client', { status: 403, times: 1 }), load(), load()],
  }),
  scenario('a second Clerk object with another address', {
    ...one,
    differs: ['two-clerks'],
    steps: [
      keep('clerk', 'older'),
      construct(PRODUCTION, { proxyUrl: '{emulator}/elsewhere' }),
      call('kept.older.load', { standardBrowser: false, telemetry: false }),
    ],
  }),
  scenario('a second Clerk object of the same instance', {
    ...one,
    differs: ['two-clerks'],
    steps: [load(), keep('client', 'client'), construct(PRODUCTION), load(), same('kept.client', 'client')],
  }),
];

const clients = [
  scenario('a client that is null', { steps: [replaced('', null), load()] }),
  scenario('a client of which only the id is said', {
    differs: ['absent-dates'],
    steps: [replaced('', { object: 'client', id: 'client_1' }), load()],
  }),
  scenario('a client whose sessions are null', { ...one, steps: [replaced('/sessions', null), load()] }),
  ...['ended', 'expired', 'removed', 'replaced', 'abandoned', 'pending', 'unheard-of'].map(status =>
    scenario(`the only session is ${status}`, {
      ...one,
      steps: [replaced('/sessions/0/status', status), load()],
    }),
  ),
  scenario('the last active session has ended', { ...two, steps: [replaced('/sessions/1/status', 'ended'), load()] }),
  scenario('a pending session beside an active one', {
    ...two,
    steps: [replaced('/sessions/1/status', 'pending'), load()],
  }),
  scenario('no last active session', { ...two, steps: [replaced('/last_active_session_id', null), load()] }),
  scenario('a last active session that is not said', { ...two, steps: [removed('/last_active_session_id'), load()] }),
  scenario('a last active session that is unknown', {
    ...two,
    steps: [replaced('/last_active_session_id', 'sess_gone'), load()],
  }),
  scenario('a session that has a task', {
    ...one,
    steps: [
      patched(
        '/client',
        { op: 'replace', path: '/response/sessions/0/status', value: 'pending' },
        { op: 'add', path: '/response/sessions/0/tasks', value: [{ key: 'choose-organization' }] },
      ),
      load(),
      get('session.currentTask'),
    ],
  }),
];

/** Which of the two comes first decides how often cookies are written. */
const clientLater = fault('/client', { times: 1, delay_ms: 300 });
const environments = [
  scenario('single session mode', { ...one, settings: { single_session_mode: true }, steps: [load()] }),
  scenario('an environment that is empty', { ...one, steps: [environment('', {}), load()] }),
  scenario('an environment that is empty, in development', {
    ...inDevelopment,
    ...one,
    steps: [environment('', {}), load()],
  }),
  scenario('an instance whose cookies are partitioned', {
    ...one,
    steps: [
      environment('/partitioned_cookies', true),
      clientLater,
      load(),
      call('session.getToken', { skipCache: true }),
      call('setActive', { session: null }),
    ],
  }),
  scenario('an instance whose cookies are partitioned, in development', {
    ...inDevelopment,
    ...one,
    steps: [
      environment('/partitioned_cookies', true),
      clientLater,
      load(),
      call('session.getToken', { skipCache: true }),
      call('setActive', { session: null }),
    ],
  }),
  scenario('an environment that is null', {
    ...one,
    differs: ['foreign-answers'],
    steps: [environment('', null), load()],
  }),
  scenario('an environment in maintenance', {
    ...one,
    steps: [patched('/environment', { op: 'add', path: '/maintenance_mode', value: true }), load()],
  }),
];

export const scenarios = [...browsers, ...addresses, ...cookies, ...calls, ...clients, ...environments];
