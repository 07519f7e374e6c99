// What a sign-up still has to verify: an address by a code or a link, a number by a code.

import { choiceList } from '../choices.js';
import { h } from '../dom.js';
import { askForCode, codeStep } from './code.js';
import { askForLink } from './email-link.js';
import { startOver } from './start-over.js';

/** @import { SignUpFlow } from '../types.js' */

/** @param {SignUpFlow} flow */
const code = (flow, strategy, address) => ({
  address,
  send: () => flow.attempt.prepareVerification({ strategy }),
  verify: typed => flow.attempt.attemptVerification({ strategy, code: typed }),
});

/** @param {SignUpFlow} flow */
const emailCode = flow => code(flow, 'email_code', flow.attempt.emailAddress);

const BY_EMAIL = {
  email_code: { title: 'Code by email', begin: flow => askForCode(flow, emailCode(flow)) },
  email_link: {
    title: 'Link by email',
    begin: flow =>
      askForLink(
        flow,
        { safeIdentifier: flow.attempt.emailAddress },
        ({ verifications }) => verifications.emailAddress,
      ),
  },
};

/** @param {SignUpFlow} flow */
function verifyEmail(flow) {
  const strategies = flow.attempt.verifications.emailAddress.supportedStrategies.filter(
    strategy => strategy in BY_EMAIL,
  );
  if (strategies.length === 1) return BY_EMAIL[strategies[0]].begin(flow);
  const choices = strategies.map(strategy => ({
    strategy,
    title: BY_EMAIL[strategy].title,
    choose: () => BY_EMAIL[strategy].begin(flow),
  }));
  const list = choiceList({ id: 'sign-up-factors', label: 'Proofs', choices });
  return flow.show({
    element: h(
      'div',
      { class: 'step' },
      h('p', { class: 'intro' }, 'How do you prove that ', h('strong', {}, flow.attempt.emailAddress), ' is yours?'),
      list.element,
      h('div', { class: 'form-actions' }, startOver(flow)),
    ),
    focus: list.focus,
  });
}

/** Asks for the proof of one of the fields of a sign-up. */
export const VERIFICATIONS = {
  email_address: verifyEmail,
  phone_number: flow => askForCode(flow, code(flow, 'phone_code', flow.attempt.phoneNumber)),
};

/**
 * The step of a code that was sent to the address before the page was loaded, if one was.
 * @param {SignUpFlow} flow
 */
export function codeOnItsWay(flow) {
  const { strategy, nextAction } = flow.attempt.verifications.emailAddress;
  return strategy === 'email_code' && nextAction === 'needs_attempt' ? codeStep(flow, emailCode(flow)) : null;
}
