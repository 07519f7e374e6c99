// The client: every method that it has, signed out and signed in.
import {
  ada,
  call,
  DEVELOPMENT,
  fault,
  get,
  grace,
  json,
  keep,
  load,
  patched,
  same,
  scenario,
  unbound,
  url,
} from '../language.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const response = (op, path, value) => ({ op, path: `/response${path}`, value });
const touchUrl = redirectUrl => call('client.buildTouchUrl', { redirectUrl });
const reload = [call('client.reload'), same('session', 'client.sessions.0')];
/** `GET /client` answers without piggybacking the client. */
const piggybacked = patched('/client', { op: 'copy', from: '/response', path: '/client' });
const snapshot = call('client.__internal_toSnapshot');
const begin = call('client.signIn.create', { identifier: 'ada@example.com' });

const lifecycle = [
  scenario('create, signed out', {
    differs: ['reload-emits'],
    steps: [load(), call('client.create'), call('client.isNew')],
  }),
  scenario('create, signed in', {
    ...one,
    differs: ['reload-emits'],
    steps: [load(), call('client.create'), same('session', 'client.sessions.0')],
  }),
  scenario('create is refused', { steps: [load(), fault('/client', { status: 422 }), call('client.create')] }),
  scenario('reload, signed out', { differs: ['reload-emits'], steps: [load(), call('client.reload')] }),
  scenario('reload, signed in', { ...one, differs: ['reload-emits'], steps: [load(), ...reload] }),
  scenario('reload, two sessions', { ...two, differs: ['reload-emits'], steps: [load(), ...reload] }),
  scenario('reload with a nonce', {
    differs: ['reload-emits', 'search-commas'],
    steps: [load(), call('client.reload', { rotatingTokenNonce: 'nonce 1,2' })],
  }),
  scenario('reload with a piggybacked client', {
    ...one,
    differs: ['reload-emits'],
    steps: [load(), piggybacked, ...reload],
  }),
  scenario('reload finds the session ended', {
    ...one,
    differs: ['reload-emits'],
    steps: [load(), patched('/client', response('replace', '/sessions/0/status', 'ended')), call('client.reload')],
  }),
  scenario('reload finds no client', {
    ...one,
    differs: ['reload-emits'],
    steps: [load(), patched('/client', response('replace', '', null)), call('client.reload')],
  }),
  scenario('reload is refused', {
    ...one,
    steps: [load(), fault('/client', { status: 429, headers: { 'Retry-After': '7' } }), call('client.reload')],
  }),
  scenario('reload takes no content for no news', {
    ...one,
    steps: [load(), fault('/client', { status: 204, body: '' }), call('client.reload')],
  }),
  scenario('destroy, signed out', { steps: [load(), call('client.destroy'), call('client.isNew')] }),
  scenario('destroy, signed in', {
    ...two,
    differs: ['remove-sessions'],
    steps: [load(), call('client.destroy'), call('client.isNew')],
  }),
  scenario('destroy is refused', {
    ...one,
    steps: [load(), fault('/client', { status: 403 }), call('client.destroy')],
  }),
  scenario('remove the sessions, with a piggybacked client', {
    ...two,
    differs: ['remove-sessions'],
    steps: [load(), call('client.removeSessions')],
  }),
  scenario('remove the sessions, without a piggybacked client', {
    ...two,
    settings: { remove_sessions_piggyback: false },
    differs: ['remove-sessions'],
    steps: [load(), call('client.removeSessions')],
  }),
  scenario('remove the sessions, signed out', { steps: [load(), call('client.removeSessions')] }),
  scenario('remove the sessions is refused', {
    ...one,
    steps: [load(), fault('/client/sessions', { status: 500 }), call('client.removeSessions')],
  }),
];

const memory = [
  scenario('clear the cache, signed out', { steps: [load(), call('client.clearCache')] }),
  scenario('clear the cache, signed in', {
    ...two,
    differs: ['cookie-of-current'],
    steps: [load(), call('client.clearCache'), call('session.getToken'), call('client.sessions.0.getToken')],
  }),
  scenario('clear the cache of one session of two', {
    ...two,
    differs: ['clear-cache'],
    steps: [load(), call('client.sessions.0.clearCache'), call('client.sessions.1.getToken')],
  }),
  scenario('reset a blank sign-in', {
    steps: [load(), keep('client.signIn', 'blank'), call('client.resetSignIn'), same('kept.blank', 'client.signIn')],
  }),
  scenario('reset a sign-in', {
    steps: [load(), begin, keep('client.signIn', 'begun'), call('client.resetSignIn'), get('kept.begun.status'), begin],
  }),
  scenario('reset a blank sign-up', { steps: [load(), call('client.resetSignUp')] }),
  scenario('reset a sign-up', {
    steps: [
      load(),
      call('client.signUp.create', { firstName: 'Emmy' }),
      keep('client.signUp', 'begun'),
      call('client.resetSignUp'),
      get('kept.begun.status'),
    ],
  }),
];

const touches = [
  scenario('is not new, signed in', {
    ...one,
    steps: [load(), call('client.isNew'), call('client.isEligibleForTouch')],
  }),
  scenario('is new, signed out', { steps: [load(), call('client.isNew'), call('client.isEligibleForTouch')] }),
  scenario('a cookie that expires within eight days is to be touched', {
    ...one,
    settings: { cookie_lifetime_days: 8 },
    steps: [load(), call('client.isEligibleForTouch')],
  }),
  scenario('a cookie that expires after eight days is not to be touched yet', {
    ...one,
    settings: { cookie_lifetime_days: 9 },
    steps: [load(), call('client.isEligibleForTouch')],
  }),
  scenario('a cookie that has expired is to be touched', {
    ...one,
    steps: [
      patched('/client', response('replace', '/cookie_expires_at', 1)),
      load(),
      call('client.isEligibleForTouch'),
    ],
  }),
  scenario('a cookie without an expiry is not to be touched', {
    ...one,
    steps: [
      patched('/client', response('replace', '/cookie_expires_at', null)),
      load(),
      call('client.isEligibleForTouch'),
    ],
  }),
  scenario('build the URL of a touch', {
    ...one,
    steps: [
      load(),
      touchUrl(url('https://example.com')),
      touchUrl(url('https://example.com/a b?x=ü&y=1+2#part')),
      touchUrl(url('app+x.y://cb')),
    ],
  }),
  scenario('build the URL of a touch, in development', {
    key: DEVELOPMENT,
    steps: [load(), touchUrl(url('https://example.com/?__clerk_db_jwt=a'))],
  }),
  scenario('build the URL of a touch for one with a comma', {
    differs: ['search-commas'],
    steps: [load(), touchUrl(url('https://example.com/?ids=1,2,3'))],
  }),
  scenario('build the URL of a touch for what is no URL', {
    differs: ['not-a-url'],
    steps: [
      load(),
      touchUrl('/relative'),
      touchUrl('plain words'),
      touchUrl(5),
      touchUrl(null),
      call('client.buildTouchUrl', {}),
      call('client.buildTouchUrl'),
    ],
  }),
];

const captcha = { captchaToken: 'captcha_token', captchaWidgetType: 'smart', captchaAction: null };

const internals = [
  scenario('send the answer to a captcha', {
    ...one,
    differs: ['reload-emits'],
    steps: [load(), call('client.__internal_sendCaptchaToken', captcha)],
  }),
  scenario('send the answer to a captcha, signed out', {
    differs: ['reload-emits'],
    steps: [load(), call('client.__internal_sendCaptchaToken', captcha)],
  }),
  scenario('the answer to a captcha brings no client', {
    ...one,
    differs: ['captcha-answers'],
    steps: [
      load(),
      fault('/client/verify', { body: JSON.stringify({ response: null, client: null }), status: 200 }),
      call('client.__internal_sendCaptchaToken', captcha),
    ],
  }),
  scenario('the answer to a captcha is refused', {
    ...one,
    steps: [load(), fault('/client/verify', { status: 422 }), call('client.__internal_sendCaptchaToken', captcha)],
  }),
  scenario('send a captcha without parameters', {
    steps: [load(), call('client.__internal_sendCaptchaToken'), call('client.__internal_sendCaptchaToken', null)],
  }),
  scenario('a snapshot, signed out', { differs: ['lossless-snapshots', 'blank-errors'], steps: [load(), snapshot] }),
  scenario('a snapshot of one session', {
    ...one,
    differs: ['lossless-snapshots', 'blank-errors'],
    steps: [load(), snapshot, call('session.__internal_toSnapshot')],
  }),
  scenario('a snapshot of two sessions', {
    ...two,
    differs: ['lossless-snapshots', 'blank-errors'],
    steps: [load(), snapshot],
  }),
  scenario('a snapshot during a sign-in', {
    differs: ['lossless-snapshots', 'blank-errors'],
    steps: [load(), begin, snapshot, call('client.signIn.__internal_toSnapshot')],
  }),
  scenario('a snapshot during a sign-up', {
    differs: ['lossless-snapshots', 'blank-errors'],
    steps: [
      load(),
      call('client.signUp.create', { firstName: 'Emmy', emailAddress: 'emmy@example.com' }),
      snapshot,
      call('client.signUp.__internal_toSnapshot'),
    ],
  }),
  scenario('a snapshot after a failed sign-in', {
    differs: ['lossless-snapshots', 'blank-errors'],
    steps: [
      load(),
      begin,
      call('client.signIn.attemptFirstFactor', { strategy: 'password', password: 'wrong horse' }),
      snapshot,
    ],
  }),
  scenario('the client as JSON, signed out', { steps: [load(), json('client')] }),
  scenario('the client as JSON, signed in', { ...two, steps: [load(), json('client')] }),
  scenario('methods of the client that were taken off it', {
    ...one,
    differs: ['unbound-methods'],
    steps: [load(), unbound('client.isNew')],
  }),
];

export const scenarios = [...lifecycle, ...memory, ...touches, ...internals];
