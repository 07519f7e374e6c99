// A form for a name, and below it the ways in that need none.
import { choiceList } from '../choices.js';
import { h } from '../dom.js';
import { providerChoices } from './provider.js';
import { ticketChoice } from './ticket.js';
import { walletChoices } from './wallet.js';

/** @import { Choice, FirstStep, Flow, Form } from '../types.js' */

/**
 * @param {Flow} flow
 * @param {Form} form
 * @param {Choice[]} more
 * @returns {FirstStep}
 */
export function otherWays(flow, form, more = []) {
  const choices = [...providerChoices(flow), ...more, ...walletChoices(flow), ticketChoice(flow)];
  const list = choiceList({ id: `${flow.id}-ways`, label: 'Other ways', choices });
  return {
    element: h('div', { class: 'step' }, form.element, h('p', { class: 'or' }, 'or by'), list.element),
    focus: () => form.element.querySelector('input').focus(),
    showError: list.showError,
    set: form.set,
  };
}
