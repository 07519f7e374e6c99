// The code that an authenticator app shows, as a second factor.

import { totpCode } from '../authenticator.js';
import { makeForm } from '../form.js';
import { fillIn } from './fill-in.js';
import { startOver } from './start-over.js';

/** @import { Factor } from '../types.js' */

/** @type {Factor} */
export const authenticatorApp = {
  title: 'Authenticator app',
  begin(flow) {
    const secret = flow.person()?.totpSecret;
    const form = makeForm({
      id: 'sign-in-totp',
      intro: 'The six digits that the authenticator app shows now.',
      fields: [{ name: 'code', label: 'Code', code: true, autocomplete: 'one-time-code' }],
      submit: 'Verify',
      extras: [
        secret &&
          fillIn(
            () => form,
            'Fill in its code',
            async () => ({ code: await totpCode(secret) }),
          ),
        startOver(flow),
      ],
      async onSubmit({ code }) {
        await flow.next(await flow.attempt.attemptSecondFactor({ strategy: 'totp', code: code.trim() }));
      },
    });
    flow.show({ element: form.element, focus: () => form.input('code').focus() });
  },
};
