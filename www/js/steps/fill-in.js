// Fills in what the page knows of the people of the demo, so that trying it takes no typing.

import { whileBusy } from '../busy.js';
import { h } from '../dom.js';

/** @import { Form } from '../types.js' */

/**
 * `form` gives the form, which does not exist yet while its buttons are made.
 * @param {() => Form} form
 * @param {string} title
 * @param {() => Record<string, string>|Promise<Record<string, string>>} values
 */
export function fillIn(form, title, values) {
  const button = h('button', { type: 'button', class: 'quiet' }, title);
  button.addEventListener('click', () =>
    whileBusy(button, async () => {
      form().clearError();
      try {
        form().set(await values());
        form().button.focus();
      } catch (error) {
        form().showError(error);
      }
    }),
  );
  return button;
}
