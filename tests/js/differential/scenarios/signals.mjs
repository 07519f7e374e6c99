// The signals of sign-ins and sign-ups, which the hooks of frameworks read.
import { ada, call, callAs, get, keep, load, same, scenario } from '../language.mjs';

const signal = name => [
  callAs('signal', `__internal_state.${name}Signal`),
  ...['errors', 'fetchStatus', `${name}.id`, `${name}.status`].map(part => get(`kept.signal.${part}`)),
  callAs('again', `__internal_state.${name}Signal`),
  same('kept.signal', 'kept.again'),
];
const future = (method, params) => call(`client.signIn.__internal_future.${method}`, params);
const signals = [
  scenario('the signals before load', {
    steps: ['signIn', 'signUp'].flatMap(name => [
      callAs('signal', `__internal_state.${name}Signal`),
      get('kept.signal'),
    ]),
  }),
  scenario('the signals of nobody', { steps: [load(), ...signal('signIn'), ...signal('signUp')] }),
  scenario('the signal of a sign-in, from its beginning to its end', {
    steps: [
      load(),
      future('create', { identifier: ada.email_address }),
      ...signal('signIn'),
      future('password', { password: 'wrong-password' }),
      ...signal('signIn'),
      future('password', { password: ada.password }),
      ...signal('signIn'),
      future('finalize'),
      ...signal('signIn'),
    ],
  }),
  scenario('the signal of a sign-in that is reset', {
    steps: [
      load(),
      future('create', { identifier: 'nobody@example.com' }),
      ...signal('signIn'),
      future('reset'),
      ...signal('signIn'),
    ],
  }),
  scenario('the signal of a sign-up that is refused', {
    steps: [
      load(),
      call('client.signUp.__internal_future.password', { emailAddress: 'no', password: 'x' }),
      ...signal('signUp'),
    ],
  }),
  scenario('a signal without its object', {
    steps: [
      load(),
      keep('__internal_state.signUpSignal', 'read'),
      callAs('signal', 'kept.read'),
      get('kept.signal.fetchStatus'),
    ],
  }),
];

export const scenarios = signals;
