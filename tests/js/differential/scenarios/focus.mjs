// The window gets the focus: the server hears which session the tab shows.
import { ada, advance, call, dispatch, fault, grace, load, scenario, set } from '../language.mjs';

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
    ...single, steps: [load(), focus(), advance(4500), focus(), advance(500), focus()],
  }),
  scenario('the window gets the focus again, and there is no environment', {
    ...one, steps: [fault('/environment', { status: 404 }), load(), focus(), focus()],
  }),
  scenario('the window gets the focus, and nobody is signed in', { steps: [load(), focus()] }),
  scenario('the window gets the focus before anything has loaded', { ...one, steps: [focus(), load(), focus()] }),
  scenario('the window gets the focus, and cannot be seen', { ...one, steps: [load(), hidden, focus()] }),
  scenario('a page that is seen again and gets no focus', { ...one, steps: [load(), dispatch('visibilitychange', 'document')] }),
  scenario('the focus touches nothing where that is switched off', { ...one, steps: [load({ touchSession: false }), focus()] }),
  scenario('the focus touches nothing without cookies', { ...one, steps: [load({ standardBrowser: false }), focus()] }),
  scenario('the focus touches although nobody looks at the token', { ...one, steps: [load({ polling: false }), focus()] }),
  scenario('the window gets the focus, and the token has to be asked for', {
    ...one, steps: [load(), call('session.clearCache'), fault('/client/sessions/*/tokens', { hold_ms: 200, times: 1 }), focus()],
  }),
];

const refusals = [
  scenario('the focus finds the session gone', { ...one, steps: [load(), fault(TOUCH, { status: 422, times: 1 }), focus()] }),
  scenario('the focus finds nobody signed in', {
    ...one, differs: ['signed-out-once'], steps: [load(), fault(TOUCH, { status: 422, times: 1 }), fault('/client', { status: 200, times: 1, body: '{"response":null,"client":null}' }), focus()],
  }),
  scenario('the touch of the focus is refused', { ...one, steps: [load(), fault(TOUCH, { status: 404, times: 1 }), focus(), focus()] }),
  scenario('the touch of the focus is cut off', { ...one, steps: [load(), fault(TOUCH, { disconnect: true, times: 1 }), focus()] }),
];

export const scenarios = [...touches, ...refusals];
