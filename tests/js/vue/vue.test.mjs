// `@clerk/vue` as npm has it, with a Clerk object of this package in `window.Clerk`: an application in Vite, in Chromium.

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DEVELOPMENT, PRODUCTION } from '../differential/language.mjs';
import { ada, inApplication, LIMIT_MS } from '../lib/application.mjs';

const folder = fileURLToPath(new URL('app', import.meta.url));
/** What Vue's own plugin for Vite says, which only templates need besides. */
const define = {
  __VUE_OPTIONS_API__: true,
  __VUE_PROD_DEVTOOLS__: false,
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
};

const { open, shows, isAt } = inApplication(folder, { define });

test.each([PRODUCTION, DEVELOPMENT])(
  '%s: the composables show who is signed in, and nobody after a sign-out',
  { timeout: LIMIT_MS },
  async key => {
    const visit = await open({ key });
    await shows('signed-out', 'signed out');
    await visit.signIn(ada);
    await shows('user', 'Ada Lovelace');
    await shows('agree', 'true');
    await shows('sessions', '1');
    await visit.press('get a token');
    await shows('subject', 'the user');
    await visit.press('rename');
    await shows('user', 'Augusta Lovelace');
    await visit.press('sign out');
    await shows('signed-out', 'signed out');
    expect(new URL(visit.page.url()).pathname).toBe('/bye');
  },
);

test('another organization is another role', { timeout: LIMIT_MS }, async () => {
  const visit = await open();
  await visit.signIn(ada);
  await shows('organization', 'personal');
  await visit.press('Acme');
  await shows('organization', 'Acme as org:admin');
  await shows('can', 'true');
  await shows('admin', 'an admin');
  await visit.press('Beta');
  await shows('organization', 'Beta as org:member');
  await shows('admin', null);
  await visit.press('personal account');
  await shows('organization', 'personal');
});

test('a page that is opened signed in makes the requests of clerk-js, in their order', {
  timeout: LIMIT_MS,
}, async () => {
  const visit = await open();
  await visit.signIn(ada);
  await shows('user', 'Ada Lovelace');
  await visit.settled();
  visit.requests.length = 0;
  await visit.page.reload();
  await shows('user', 'Ada Lovelace');
  await visit.settled();
  expect(visit.requests).toEqual(['GET /environment', 'GET /client']);
});

test('whoever is not signed in is led to the sign-in', { timeout: LIMIT_MS }, async () => {
  const visit = await open();
  await visit.press('redirect to sign-in');
  await isAt('/sign-in');
});
