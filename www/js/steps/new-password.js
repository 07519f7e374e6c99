// Another password, for somebody who has forgotten the one before and has proven who they are.
import { makeForm } from '../form.js';
import { startOver } from './start-over.js';

/** @import { SignInFlow, Step } from '../types.js' */

/**
 * @param {SignInFlow} flow
 * @returns {Step}
 */
export function newPassword(flow) {
  const form = makeForm({
    id: 'sign-in-new-password',
    intro: 'From now on this is the password. Whoever is signed in by the old one is signed out.',
    fields: [{ name: 'password', label: 'New password', type: 'password', autocomplete: 'new-password' }],
    submit: 'Set the password',
    extras: [startOver(flow)],
    async onSubmit({ password }) {
      const person = flow.person();
      const signIn = await flow.attempt.resetPassword({ password, signOutOfOtherSessions: true });
      if (person) person.password = password;
      await flow.next(signIn);
    },
  });
  return { element: form.element, focus: () => form.input('password').focus() };
}
