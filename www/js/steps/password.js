// The password, as a first factor.

import { h } from '../dom.js';
import { makeForm } from '../form.js';
import { fillIn } from './fill-in.js';
import { startOver } from './start-over.js';

/** @import { SignInFlow } from '../types.js' */

/** @param {SignInFlow} flow */
export function askForPassword(flow) {
  const password = flow.person()?.password;
  const form = makeForm({
    id: 'sign-in-password',
    intro: h('span', {}, 'The password of ', h('strong', {}, flow.attempt.identifier), '.'),
    fields: [{ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' }],
    submit: 'Sign in',
    extras: [
      password &&
        fillIn(
          () => form,
          'Fill it in',
          () => ({ password }),
        ),
      startOver(flow),
    ],
    async onSubmit(typed) {
      await flow.next(await flow.attempt.attemptFirstFactor({ strategy: 'password', password: typed.password }));
    },
  });
  flow.show({ element: form.element, focus: () => form.input('password').focus() });
}
