// The first step of a sign-in: who it is, or a way in for which nobody has to be named.
import { makeForm } from '../form.js';
import { otherWays } from './other-ways.js';
import { passkeyChoice } from './passkey.js';

/** @import { FirstStep, SignInFlow } from '../types.js' */

const NAMES = { email_address: 'email address', phone_number: 'phone number', username: 'username' };

/**
 * @param {SignInFlow} flow
 * @returns {FirstStep}
 */
export function identify(flow) {
  const names = Object.keys(NAMES)
    .filter(name => flow.environment.attribute(name))
    .map(name => NAMES[name]);
  const form = makeForm({
    id: 'sign-in',
    fields: [{ name: 'identifier', label: sentence(names), exact: true, autocomplete: 'username' }],
    submit: 'Continue',
    async onSubmit({ identifier }) {
      await flow.next(await flow.attempt.create({ identifier: identifier.trim() }));
    },
  });
  const passkey = flow.environment.attribute('passkey') && 'PublicKeyCredential' in window ? [passkeyChoice(flow)] : [];
  return otherWays(flow, form, passkey);
}

/** `Email address, phone number or username` */
function sentence(names) {
  const text = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
  return text[0].toUpperCase() + text.slice(1);
}
