// Buttons for what a person can go on with. What fails stands above them.

import { makeAlert } from './alert.js';
import { whileBusy } from './busy.js';
import { h } from './dom.js';

/** @import { Choice } from './types.js' */

/** @param {{ id: string, label: string, choices: Choice[] }} options */
export function choiceList({ id, label, choices }) {
  const alert = makeAlert();
  const button = ({ strategy, title, note, label, choose }, kind) => {
    const element = h(
      'button',
      { type: 'button', class: kind, 'aria-label': label, data: { strategy } },
      h('span', {}, title),
      note && h('small', {}, note),
    );
    element.addEventListener('click', () =>
      whileBusy(element, async () => {
        alert.clear();
        try {
          await choose();
        } catch (error) {
          alert.show(error);
        }
      }),
    );
    return element;
  };
  const row = choice =>
    h('li', { class: 'choice-row' }, button(choice, 'choice'), choice.aside && button(choice.aside, 'choice aside'));
  const list = h('ul', { class: 'choices', 'aria-label': label }, choices.map(row));
  return {
    element: h('div', { class: 'choice-list', id }, alert.element, list),
    focus: () => list.querySelector('button')?.focus(),
    showError: alert.show,
  };
}
