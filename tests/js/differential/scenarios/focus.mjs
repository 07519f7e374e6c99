// The window gets the focus: the server hears which session the tab shows.
import {
  ada,
  advance,
  call,
  dispatch,
  fault,
  get,
  grace,
  keep,
  load,
  patched,
  same,
  scenario,
  set,
} from '../language.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const single = { ...one, settings: { single_session_mode: true } };
const TOUCH = '/client/sessions/*/touch';
const focus = () => dispatch('focus', 'window');
const hidden = set('window.document.visibilityState', 'hidden');

const touches = [
  scenario('the window gets the focus', { ...one, steps: [load(), focus()] }),
  scenario('the window gets the focus twice, with several sessions', { ...two, steps: [load(), focus(), focus()] }),
  scenario('the window gets the focus again and again, with one session at a time', {
    ...single,
    steps: [load(), focus(), advance(4500), focus(), advance(500), focus()],
  }),
  scenario('the window gets the focus again, and there is no environment', {
    ...one,
    steps: [fault('/environment', { status: 404 }), load(), focus(), focus()],
  }),
  scenario('the window gets the focus, and nobody is signed in', { steps: [load(), focus()] }),
  scenario('the window gets the focus before anything has loaded', { ...one, steps: [focus(), load(), focus()] }),
  scenario('the window gets the focus, and cannot be seen', { ...one, steps: [load(), hidden, focus()] }),
  scenario('a page that is seen again and gets no focus', {
    ...one,
    steps: [load(), dispatch('visibilitychange', 'document')],
  }),
  scenario('the focus touches nothing where that is switched off', {
    ...one,
    steps: [load({ touchSession: false }), focus()],
  }),
  scenario('the focus touches nothing without cookies', { ...one, steps: [load({ standardBrowser: false }), focus()] }),
  scenario('the focus touches although nobody looks at the token', {
    ...one,
    steps: [load({ polling: false }), focus()],
  }),
];

const refusals = [
  scenario('the focus finds the session gone', {
    ...one,
    steps: [load(), fault(TOUCH, { status: 422, times: 1 }), focus()],
  }),
  scenario('the focus finds nobody signed in', {
    ...one,
    differs: ['signed-out-once'],
    steps: [
      load(),
      fault(TOUCH, { status: 422, times: 1 }),
      fault('/client', { status: 200, times: 1, body: '{"response":null,"client":null}' }),
      focus(),
    ],
  }),
  scenario('the touch of the focus is refused', {
    ...one,
    steps: [load(), fault(TOUCH, { status: 404, times: 1 }), focus(), focus()],
  }),
  scenario('the touch of the focus is cut off', {
    ...one,
    steps: [load(), fault(TOUCH, { disconnect: true, times: 1 }), focus()],
  }),
];

const quietTouch = intent => call('session.__internal_touch', ...(intent ? [{ intent }] : []));
const changed = { differs: ['quiet-touch'] };
const quiet = [
  scenario('a quiet touch', { ...one, ...changed, steps: [load(), quietTouch(), same('kept.result', 'client')] }),
  scenario('a quiet touch with an intent', {
    ...one,
    ...changed,
    steps: [load(), quietTouch('select_org'), advance(1500)],
  }),
  scenario('a quiet touch whose answer has no client', {
    ...one,
    ...changed,
    steps: [load(), patched(TOUCH, { op: 'replace', path: '/client', value: null }), quietTouch(), get('kept.result')],
  }),
  scenario('a quiet touch whose client has one session less', {
    ...two,
    ...changed,
    steps: [load(), patched(TOUCH, { op: 'remove', path: '/client/sessions/1' }), quietTouch()],
  }),
  scenario('a quiet touch of a session that was kept', {
    ...two,
    ...changed,
    steps: [load(), keep('client.sessions.0', 'other'), call('kept.other.__internal_touch'), get('kept.other.id')],
  }),
  scenario('a quiet touch is refused', {
    ...one,
    steps: [load(), fault(TOUCH, { status: 404, times: 1 }), quietTouch()],
  }),
  scenario('a quiet touch finds the session gone', {
    ...one,
    steps: [load(), fault(TOUCH, { status: 401, times: 1 }), quietTouch()],
  }),
];

export const scenarios = [...touches, ...refusals, ...quiet];
