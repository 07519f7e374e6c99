// Sessions and their tokens.
import { ada, advance, at, call, fault, grace, load, patched, scenario } from '../language.mjs';

const one = { signedIn: [ada] };
const two = { signedIn: [ada, grace] };
const first = method => `client.sessions.0.${method}`;

export const scenarios = [
  scenario('a cached token needs no request', { ...one, steps: [load(), call('session.getToken'), call('session.getToken')] }),
  scenario('skipCache asks for a new token', { ...one, steps: [load(), call('session.getToken', { skipCache: true }), call('session.getToken')] }),
  scenario('a token that is used up is asked for again', { ...one, differs: ['token-refresh'], steps: [load(), advance(61_000), call('session.getToken')] }),
  scenario('touch', { ...one, steps: [load(), call('session.touch')] }),
  scenario('touch with an intent', { ...one, steps: [load(), call('session.touch', { intent: 'focus' })] }),
  scenario('end', { ...one, steps: [load(), call('session.end')] }),
  scenario('end the other one', { ...two, steps: [load(), call(first('end'))] }),
  scenario('remove', { ...one, steps: [load(), call('session.remove')] }),
  scenario('reload', { ...one, steps: [load(), call('session.reload')] }),
  scenario('clear the cache', { ...one, steps: [load(), call('session.clearCache'), call('session.getToken')] }),
  scenario('touch is refused', { ...one, steps: [load(), fault('/client/sessions/*/touch', { status: 422 }), call('session.touch')] }),
  scenario('setActive the other one', { ...two, steps: [load(), call('setActive', { session: at('client.sessions.0') })] }),
  scenario('a client without a user', { ...one, steps: [patched('/client', { op: 'remove', path: '/response/sessions/0/user' }), load()] }),
];
