// A page that goes on as soon as load() is over, and not when it is idle: the second part of this package has not come by then.
import {
  ada,
  advance,
  at,
  call,
  callback,
  DEVELOPMENT,
  dispatch,
  fault,
  grace,
  inTurn,
  listen,
  load,
  mary,
  scenario,
  set,
  signIn,
  together,
} from '../language.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const other = at('client.sessions.0');
const token = options => call('session.getToken', ...(options ? [options] : []));
/** What is called as soon as a page has loaded. */
const then = (...steps) => inTurn(load(), ...steps);

const [create] = signIn(mary);
const signedIn = [then(create, call('setActive', { session: at('client.sessions.0') }), token())];

const calls = [
  scenario('signOut at once, to the URL of load', {
    ...one,
    steps: [inTurn(load({ afterSignOutUrl: '/bye' }), call('signOut'))],
  }),
  scenario('signOut at once, in development', { key: DEVELOPMENT, ...one, steps: [then(call('signOut'))] }),
  scenario('signOut at once of the active one of two', {
    ...two,
    steps: [then(call('signOut', { sessionId: at('session.id') }))],
  }),
  scenario('setActive at once', {
    ...two,
    steps: [then(call('setActive', { session: other }), token()), advance(3000)],
  }),
  scenario('setActive at once, with hooks of the page', {
    ...two,
    steps: [
      set('window.__internal_onBeforeSetActive', callback('before')),
      set('window.__internal_onAfterSetActive', callback('after')),
      then(call('setActive', { session: other, navigate: callback('navigate') })),
    ],
  }),
  scenario('a token at once', { ...one, steps: [then(token(), token({ skipCache: true })), advance(60_000)] }),
  scenario('a cleared cache at once', { ...one, steps: [then(call('session.clearCache'), token()), token()] }),
  scenario('touch at once', { ...one, steps: [then(call('session.touch'))] }),
  scenario('end at once', { ...one, steps: [then(call('session.end'))] }),
  scenario('remove at once', { ...one, steps: [then(call('session.remove'))] }),
  scenario('a sign-in at once', { steps: signedIn }),
  scenario('a sign-in at once, in development', { key: DEVELOPMENT, steps: signedIn }),
  scenario('a user is changed at once', { ...one, steps: [then(call('user.update', { firstName: 'Augusta' }))] }),
  scenario('a call that is refused at once', {
    ...one,
    steps: [fault('/client/sessions', { status: 422, times: 1 }), then(call('session.touch'))],
  }),
  scenario('a session that is gone at once', {
    ...one,
    steps: [fault('/client/sessions', { status: 401, times: 1 }), then(call('session.touch'))],
  }),
];

const changes = [
  scenario('a listener at once', { ...one, steps: [then(listen('second'), call('session.touch'))] }),
  scenario('the window gets the focus at once', { ...one, steps: [then(dispatch('focus', 'window'))] }),
  scenario('the window gets the focus at once, where that touches nothing', {
    ...one,
    steps: [inTurn(load({ touchSession: false }), dispatch('focus', 'window'))],
  }),
  scenario('load twice, one after the other', { ...one, steps: [then(load(), token())] }),
  scenario('calls while it loads', {
    ...one,
    steps: [together(load(), call('handleUnauthenticated')), token()],
  }),
];

export const scenarios = [...calls, ...changes];
