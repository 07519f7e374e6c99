// A form whose errors stand beside the field they are about, and whose values survive every failure.
import { fill, h } from './dom.js';
import { errorDetail, errorField, errorMessage } from './errors.js';
import { whileBusy } from './busy.js';

/**
 * @param {{ id: string, title?: string, intro?: Node|string, fields: Array<Field>, submit: string,
 *   extras?: Node[], onSubmit: (values: Record<string, string>) => Promise<void> }} options
 * A field is `{ name, label, type, autocomplete, optional, code, aliases }`; `aliases` are the other names
 * under which the server may report an error of that field.
 */
export function makeForm({ id, intro, fields, before = [], submit, extras = [], onSubmit }) {
  const inputs = fields.map((field) => makeField(id, field));
  const alert = h('div', { class: 'form-alert', role: 'alert' });
  const button = h('button', { type: 'submit', class: 'primary' }, submit);
  const element = h('form', { id, novalidate: true },
    intro && h('p', { class: 'intro' }, intro), before, ...inputs.map((input) => input.element), alert,
    h('div', { class: 'form-actions' }, button, ...extras));

  const form = {
    element,
    button,
    input: (name) => inputs.find((input) => input.name === name).control,
    set(values) {
      for (const [name, value] of Object.entries(values)) form.input(name).value = value;
    },
    show(name, visible) {
      const input = inputs.find((candidate) => candidate.name === name);
      input.element.hidden = !visible;
    },
    clearError() {
      fill(alert);
      for (const input of inputs) input.setError(null);
    },
    showError(error) {
      form.clearError();
      const message = errorMessage(error);
      const detail = errorDetail(error);
      const field = inputs.find((input) => !input.element.hidden && input.answersTo(errorField(error)));
      fill(alert, h('p', {}, message), detail && h('p', { class: 'detail' }, detail));
      field?.setError(message);
      (field?.control ?? button).focus();
    },
  };

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    whileBusy(button, async () => {
      form.clearError();
      const missing = inputs.find((input) => !input.element.hidden && !input.optional && input.control.value.trim() === '');
      if (missing) {
        missing.setError(`${missing.label} is needed.`);
        missing.control.focus();
        return;
      }
      try {
        await onSubmit(Object.fromEntries(inputs.map((input) => [input.name, input.control.value])));
      } catch (error) {
        form.showError(error);
      }
    });
  });
  return form;
}

function makeField(formId, { name, label, type = 'text', autocomplete, optional = false, code = false, aliases = [] }) {
  const id = `${formId}-${name}`;
  const control = h('input', {
    id, name, type, autocomplete, required: !optional, class: code && 'code-input',
    inputmode: code ? 'numeric' : type === 'email' ? 'email' : null, maxlength: code ? 6 : null,
    autocapitalize: type === 'email' ? 'none' : null, spellcheck: type === 'email' ? 'false' : null,
  });
  const message = h('p', { class: 'field-error', id: `${id}-error` });
  const element = h('div', { class: 'field' },
    h('label', { for: id }, label, optional && h('span', { class: 'optional' }, ' optional')),
    type === 'password' ? withReveal(control) : control, message);
  control.addEventListener('input', () => setError(null));

  function setError(text) {
    message.textContent = text ?? '';
    if (text) {
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', message.id);
    } else {
      control.removeAttribute('aria-invalid');
      control.removeAttribute('aria-describedby');
    }
  }
  return { name, label, optional, control, element, setError, answersTo: (field) => field === name || aliases.includes(field) };
}

function withReveal(control) {
  const button = h('button', { type: 'button', class: 'reveal', 'aria-pressed': 'false', 'aria-label': 'Show password' }, 'show');
  button.addEventListener('click', () => {
    const shown = control.type === 'text';
    control.type = shown ? 'password' : 'text';
    button.textContent = shown ? 'show' : 'hide';
    button.setAttribute('aria-pressed', String(!shown));
  });
  return h('div', { class: 'with-reveal' }, control, button);
}
