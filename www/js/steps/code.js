// A code that was sent to an address or a number, for a sign-in or a sign-up.

import { whileBusy } from '../busy.js';
import { h } from '../dom.js';
import { makeForm } from '../form.js';
import { say } from '../toast.js';
import { startOver } from './start-over.js';

/** @import { Attempt, Flow } from '../types.js' */

/**
 * Has a code sent, and asks for it. `send` and `verify` are the calls of the attempt.
 * @param {Flow} flow
 * @param {{ address: string, send: () => Promise<Attempt>, verify: (code: string) => Promise<Attempt> }} calls
 */
export async function askForCode(flow, { address, send, verify }) {
  await send();
  await flow.outbox.refresh();
  flow.show(codeStep(flow, { address, send, verify }));
}

/**
 * The step alone, where the code was sent already.
 * @param {Flow} flow
 * @param {{ address: string, send: () => Promise<Attempt>, verify: (code: string) => Promise<Attempt> }} calls
 */
export function codeStep(flow, { address, send, verify }) {
  const again = h('button', { type: 'button', class: 'quiet' }, 'Send again');
  const form = makeForm({
    id: `${flow.id}-code`,
    intro: h('span', {}, 'A code is on its way to ', h('strong', {}, address ?? 'your address'), '.'),
    fields: [{ name: 'code', label: 'Code', code: true, autocomplete: 'one-time-code' }],
    submit: 'Verify',
    extras: [again, startOver(flow)],
    async onSubmit({ code }) {
      await flow.next(await verify(code.trim()));
    },
  });
  again.addEventListener('click', () =>
    whileBusy(again, async () => {
      try {
        await send();
        await flow.outbox.refresh();
        form.clearError();
        say('A new code was sent');
      } catch (error) {
        form.showError(error);
      }
    }),
  );

  flow.outbox.waitFor(address, code => {
    form.clearError();
    form.set({ code });
    form.button.focus();
  });
  return { element: form.element, focus: () => form.input('code').focus() };
}
