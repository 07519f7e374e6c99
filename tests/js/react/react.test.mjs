// `@clerk/react` as npm has it, around a Clerk object of this package: an application in Vite, in StrictMode, in Chromium.

import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { describe, expect, test } from 'vitest';
import { DEVELOPMENT, PRODUCTION } from '../differential/language.mjs';
import { ada, inApplication, LIMIT_MS, SOON } from '../lib/application.mjs';

const MEMBERSHIPS = 'GET /me/organization_memberships';
const folder = fileURLToPath(new URL('app', import.meta.url));

const { open, shows, isAt } = inApplication(folder, { plugins: [react()] });
const counts = visit => visit.page.evaluate(() => ({ ...window.counts }));

describe.each([PRODUCTION, DEVELOPMENT])('%s', key => {
  test('signing in shows the user by every hook, signing out shows nobody', { timeout: LIMIT_MS }, async () => {
    const visit = await open({ key });
    await shows('signed-out', 'signed out');
    await visit.signIn(ada);
    await shows('user', 'Ada Lovelace');
    await shows('email', ada.email_address);
    await shows('agree', 'true');
    await shows('sessions', '1');
    expect(await visit.text('signed-out')).toBe(null);
    await visit.press('get a token');
    await shows('subject', 'the user');
    await visit.press('sign out');
    await shows('signed-out', 'signed out');
    expect(await visit.text('user')).toBe(null);
    expect(new URL(visit.page.url()).pathname).toBe('/bye');
  });
});

test('a page that is opened signed in makes the requests of clerk-js, in their order', {
  timeout: LIMIT_MS,
}, async () => {
  for (const [key, requests] of [
    [PRODUCTION, ['GET /environment', 'GET /client']],
    [DEVELOPMENT, ['PATCH /environment', 'GET /client']],
  ]) {
    const visit = await open({ key });
    await visit.signIn(ada);
    await shows('user', 'Ada Lovelace');
    // What the sign-in itself makes the page ask for is over then.
    await expect.poll(() => visit.requests, SOON).toContain(MEMBERSHIPS);
    await visit.settled();
    visit.requests.length = 0;
    await visit.page.reload();
    await shows('user', 'Ada Lovelace');
    await visit.settled();
    // The last one is that of useOrganizationList().
    expect(visit.requests).toEqual([...requests, MEMBERSHIPS]);
    if (key === PRODUCTION) await visit.close();
  }
});

test('what is wrong is told at its field, and the form lives on', { timeout: LIMIT_MS }, async () => {
  const visit = await open({ isRefused: true });
  await visit.signIn({ ...ada, email_address: 'nobody@example.com' });
  await expect
    .poll(() => visit.page.locator('form[data-testid=sign-in] [role=alert]').innerText(), SOON)
    .toMatch(/account/u);
  await visit.signIn(ada);
  await shows('user', 'Ada Lovelace');
});

test('a sign-up proves its address and is signed in', { timeout: LIMIT_MS }, async () => {
  const visit = await open();
  await visit.page.getByLabel('new address').fill('mary@example.com');
  await visit.page.getByLabel('new password').fill('correct-horse-battery');
  await visit.press('sign up');
  const code = visit.page.getByLabel('code');
  await code.waitFor();
  await code.fill((await visit.messages())[0].code);
  await visit.press('verify');
  await shows('email', 'mary@example.com');
});

test('another organization is another role, other claims and other members', { timeout: LIMIT_MS }, async () => {
  const visit = await open();
  await visit.signIn(ada);
  await shows('organization', 'personal');
  await shows('admin', 'no');
  await visit.press('Acme');
  await shows('organization', 'Acme as org:admin');
  await shows('claims', 'acme org:admin true');
  await shows('members', 'ada@example.com grace@example.com');
  await shows('admin', 'yes');
  await shows('can', 'true');
  await visit.press('Beta');
  await shows('organization', 'Beta as org:member');
  await shows('admin', 'no');
  await shows('can', 'false');
  await visit.press('personal account');
  await shows('claims', 'none');
  await visit.press('create');
  await shows('organization', 'New Ones as org:admin');
});

test('each change renders those whom it concerns, and nobody else', { timeout: LIMIT_MS }, async () => {
  const visit = await open();
  await visit.signIn(ada);
  await shows('user', 'Ada Lovelace');
  await visit.settled();
  const before = await counts(visit);
  await visit.press('rename');
  await shows('user', 'Augusta Lovelace');
  await visit.settled();
  const after = await counts(visit);
  expect(after.person).toBeGreaterThan(before.person);
  expect(after.bystander).toBe(before.bystander);
  expect(after['sign-in']).toBe(before['sign-in']);
});

test('a page that is left open renders nothing of itself', { timeout: LIMIT_MS }, async () => {
  const visit = await open();
  await visit.signIn(ada);
  await shows('user', 'Ada Lovelace');
  await visit.settled();
  const before = await counts(visit);
  await visit.page.waitForTimeout(4000); // The token is looked at every 1.5 s.
  expect(await counts(visit)).toEqual(before);
});

test('hot reload keeps who is signed in, asks the Frontend API for nothing, and hooks go on', {
  timeout: LIMIT_MS,
}, async () => {
  const visit = await open();
  await visit.signIn(ada);
  await shows('user', 'Ada Lovelace');
  await visit.settled();
  visit.requests.length = 0;
  const updated = visit.page.waitForEvent('console', message => message.text().includes('hot updated'));
  await utimes(join(folder, 'Person.tsx'), new Date(), new Date());
  await updated;
  await shows('user', 'Ada Lovelace');
  expect(visit.requests).toEqual([]);
  await visit.press('Acme');
  await shows('organization', 'Acme as org:admin');
});

test('whoever is not signed in is led to the sign-in', { timeout: LIMIT_MS }, async () => {
  const visit = await open();
  await visit.press('redirect to sign-in');
  await isAt('/sign-in');
});

test('another tab’s sign-out is seen', { timeout: LIMIT_MS }, async () => {
  const visit = await open();
  await visit.signIn(ada);
  await shows('user', 'Ada Lovelace');
  const other = await visit.another();
  await expect.poll(() => other.page.getByTestId('user').innerText(), SOON).toBe('Ada Lovelace');
  await other.press('sign out');
  await shows('signed-out', 'signed out');
});

test('an outage is told, and is over when it is over', { timeout: LIMIT_MS }, async () => {
  const visit = await open({ isRefused: true });
  await visit.signIn(ada);
  await shows('user', 'Ada Lovelace');
  await visit.control('POST faults', { path: '/v1/client', status: 503, times: 8 });
  await visit.page.reload();
  await shows('degraded', 'degraded');
  // The cookie knows who it is, and no more.
  await shows('agree', 'true');
  await visit.control('DELETE faults');
  await shows('degraded', null);
  await shows('user', 'Ada Lovelace');
});
