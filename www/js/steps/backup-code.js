// One of the codes that somebody has written down, as a second factor. Each is good once.

import { makeForm } from '../form.js';
import { fillIn } from './fill-in.js';
import { startOver } from './start-over.js';

/** @import { Factor } from '../types.js' */

/** @type {Factor} */
export const backupCode = {
  title: 'Backup code',
  begin(flow) {
    const codes = flow.person()?.backupCodes;
    const form = makeForm({
      id: 'sign-in-backup-code',
      fields: [{ name: 'code', label: 'Backup code', exact: true, autocomplete: 'off' }],
      submit: 'Verify',
      extras: [
        codes &&
          fillIn(
            () => form,
            'Fill in one',
            () => ({ code: codes[0] }),
          ),
        startOver(flow),
      ],
      async onSubmit({ code }) {
        const signIn = await flow.attempt.attemptSecondFactor({ strategy: 'backup_code', code: code.trim() });
        codes?.splice(codes.indexOf(code.trim()), 1);
        await flow.next(signIn);
      },
    });
    flow.show({ element: form.element, focus: () => form.input('code').focus() });
  },
};
