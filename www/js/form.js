// A form whose errors stand beside the field they are about, and whose values survive every failure.

import { makeAlert } from './alert.js';
import { whileBusy } from './busy.js';
import { h } from './dom.js';
import { complaintsOf, errorField } from './errors.js';
import { makeField } from './field.js';

/** @import { Child, Field } from './types.js' */

/**
 * @param {{ id: string, intro?: Child, fields: Field[], submit: string, extras?: Child[],
 *   onSubmit: (values: Record<string, string>) => Promise<void> }} options
 */
export function makeForm({ id, intro, fields, submit, extras = [], onSubmit }) {
  const inputs = fields.map(field => makeField(id, field));
  const alert = makeAlert();
  const button = h('button', { type: 'submit', class: 'primary' }, submit);
  const element = h(
    'form',
    { id, novalidate: true },
    intro && h('p', { class: 'intro' }, intro),
    ...inputs.map(input => input.element),
    alert.element,
    h('div', { class: 'form-actions' }, button, ...extras),
  );

  const form = {
    element,
    button,
    input: name => inputs.find(input => input.name === name).control,
    set(values) {
      for (const [name, value] of Object.entries(values)) form.input(name).value = value;
    },
    clearError() {
      alert.clear();
      for (const input of inputs) input.setError(null);
    },
    showError(error) {
      form.clearError();
      const fieldOf = one => inputs.find(input => input.answersTo(errorField(one)));
      const complaints = complaintsOf(error);
      for (const one of complaints) fieldOf(one)?.setError(one);
      alert.show(...complaints.filter(one => !fieldOf(one)));
      (complaints.map(fieldOf).find(Boolean)?.control ?? button).focus();
    },
  };

  element.addEventListener('submit', event => {
    event.preventDefault();
    void whileBusy(button, async () => {
      form.clearError();
      const missing = inputs.find(input => !input.optional && input.control.value.trim() === '');
      if (missing) {
        missing.setError(new Error(`${missing.label} is needed.`));
        missing.control.focus();
        return;
      }
      try {
        await onSubmit(Object.fromEntries(inputs.map(input => [input.name, input.control.value])));
      } catch (error) {
        form.showError(error);
      }
    });
  });
  return form;
}
