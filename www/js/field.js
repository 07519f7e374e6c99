// A labelled input, with the error that it is to blame for below it.

import { fill, h } from './dom.js';
import { errorDetail, errorMessage } from './errors.js';

/** @import { Field } from './types.js' */

/**
 * @param {string} formId
 * @param {Field} field
 */
export function makeField(
  formId,
  { name, label, type = 'text', autocomplete, optional = false, code = false, exact = false },
) {
  const id = `${formId}-${name}`;
  const control = h('input', {
    id,
    name,
    type,
    autocomplete,
    required: !optional,
    class: code && 'code-input',
    inputmode: code ? 'numeric' : type === 'email' ? 'email' : null,
    maxlength: code ? 6 : null,
    autocapitalize: exact ? 'none' : null,
    spellcheck: exact ? 'false' : null,
  });
  const message = h('p', { class: 'field-error', id: `${id}-error`, role: 'alert' });
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label, optional && h('span', { class: 'optional' }, ' optional')),
    type === 'password' ? withReveal(control) : control,
    message,
  );
  control.addEventListener('input', () => setError(null));

  function setError(error) {
    const detail = error && errorDetail(error);
    fill(message, error && errorMessage(error), detail && h('span', { class: 'detail' }, detail));
    if (error) {
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', message.id);
    } else {
      control.removeAttribute('aria-invalid');
      control.removeAttribute('aria-describedby');
    }
  }
  return { name, label, optional, control, element, setError, answersTo: field => field === name };
}

function withReveal(control) {
  const button = h(
    'button',
    { type: 'button', class: 'reveal', 'aria-pressed': 'false', 'aria-label': 'Show password' },
    'show',
  );
  button.addEventListener('click', () => {
    const shown = control.type === 'text';
    control.type = shown ? 'password' : 'text';
    button.textContent = shown ? 'show' : 'hide';
    button.setAttribute('aria-pressed', String(!shown));
  });
  return h('div', { class: 'with-reveal' }, control, button);
}
