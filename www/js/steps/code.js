// The step both forms end in: a six-digit code from a mail.
import { h } from './dom.js';
import { makeForm } from './form.js';
import { say } from './toast.js';
import { whileBusy } from './busy.js';

export function codeStep({ id, address, outbox, resend, back, verify }) {
  const again = h('button', { type: 'button', class: 'quiet' }, 'Send again');
  const restart = h('button', { type: 'button', class: 'quiet' }, 'Start over');
  const form = makeForm({
    id,
    intro: h('span', {}, 'A code is on its way to ', h('strong', {}, address ?? 'your address'), '.'),
    fields: [{ name: 'code', label: 'Code', code: true, autocomplete: 'one-time-code' }],
    submit: 'Verify',
    extras: [again, restart],
    onSubmit: ({ code }) => verify(code.trim()),
  });
  again.addEventListener('click', () => whileBusy(again, async () => {
    try {
      await resend();
      await outbox.refresh();
      form.clearError();
      say('A new code was sent');
    } catch (error) {
      form.showError(error);
    }
  }));
  restart.addEventListener('click', back);

  outbox.waitFor(address, (code) => {
    form.clearError();
    form.set({ code });
    form.button.focus();
  });
  return { element: form.element, focus: () => form.input('code').focus() };
}
