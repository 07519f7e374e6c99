// A link that is sent to an address. Whoever opens it, wherever, lets this page go on.

import { makeAlert } from '../alert.js';
import { h } from '../dom.js';
import { emailLinkUrl } from '../places.js';
import { startOver } from './start-over.js';

/** @import { Flow, FactorOfUser } from '../types.js' */

/**
 * `proof` gives the verification that the link is for.
 * @param {Flow} flow
 * @param {Pick<FactorOfUser, 'emailAddressId'|'safeIdentifier'>} factor
 */
export function askForLink(flow, { emailAddressId, safeIdentifier }, proof) {
  const link = flow.attempt.createEmailLinkFlow();
  const alert = makeAlert();
  const back = startOver(flow);
  let isLeft = false;
  back.addEventListener('click', () => {
    isLeft = true;
    link.cancelEmailLinkFlow();
  });
  flow.show({
    element: h(
      'div',
      { class: 'step', id: `${flow.id}-link` },
      h(
        'p',
        { class: 'intro' },
        'A link is on its way to ',
        h('strong', {}, safeIdentifier),
        '. Open it, in this browser or another one.',
      ),
      h('p', { class: 'waiting', role: 'status' }, 'Waiting until somebody opens it'),
      alert.element,
      h('div', { class: 'form-actions' }, back),
    ),
    focus: () => back.focus(),
  });
  link
    .startEmailLinkFlow({ emailAddressId, redirectUrl: emailLinkUrl() })
    .then(attempt => {
      if (proof(attempt).status === 'expired') throw new Error('The link has expired. Start over to get another one');
      return flow.next(attempt);
    })
    .catch(error => isLeft || alert.show(error));
}
