// `@clerk/react` as npm has it, around a Clerk object of this package: an application in Vite, in StrictMode, in Chromium.

import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DEVELOPMENT, PRODUCTION } from '../differential/language.mjs';
import { openApplication } from './lib/application.mjs';

const LIMIT_MS = 60_000;
const ada = { email_address: 'ada@example.com', password: 'correct-horse-battery', first_name: 'Ada', last_name: 'Lovelace' };
const grace = { email_address: 'grace@example.com', password: 'correct-horse-battery', first_name: 'Grace', last_name: 'Hopper' };
const organizations = [
  { name: 'Acme', members: [{ user: ada.email_address, role: 'org:admin' }, { user: grace.email_address, role: 'org:member' }] },
  { name: 'Beta', members: [{ user: ada.email_address, role: 'org:member' }] },
];
const settings = { organizations: { enabled: true } };

let application;
let visit;
beforeAll(async () => (application = await openApplication()), LIMIT_MS);
afterAll(() => application?.close());
afterEach(async () => {
  // Nothing of this may be said on the console, by React, by Clerk or by the browser, unless the test has asked for it.
  const said = visit.complaints;
  await visit.close();
  expect(said).toEqual([]);
});

const open = async options => {
  visit = await application.visit({ users: [ada, grace], settings, organizations, ...options });
  return visit;
};

async function signIn({ page }, { email_address, password }) {
  await page.getByLabel('sign in as').fill(email_address);
  await page.getByLabel('password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'sign in', exact: true }).click();
}

const press = ({ page }, name) => page.getByRole('button', { name, exact: true }).click();
/** A busy machine is no reason to fail. */
const soon = { timeout: 10_000, interval: 20 };
const shows = (id, text) => expect.poll(() => visit.text(id), soon).toBe(text);
const counts = () => visit.page.evaluate(() => ({ ...window.counts }));

describe.each([PRODUCTION, DEVELOPMENT])('%s', key => {
  test('signing in shows the user by every hook, signing out shows nobody', { timeout: LIMIT_MS }, async () => {
    await open({ key });
    await shows('signed-out', 'signed out');
    await signIn(visit, ada);
    await shows('user', 'Ada Lovelace');
    await shows('email', ada.email_address);
    await shows('agree', 'true');
    await shows('sessions', '1');
    expect(await visit.text('signed-out')).toBe(null);
    await press(visit, 'get a token');
    await shows('subject', 'the user');
    await press(visit, 'sign out');
    await shows('signed-out', 'signed out');
    expect(await visit.text('user')).toBe(null);
    expect(new URL(visit.page.url()).pathname).toBe('/bye');
  });
});

test('a page that is opened signed in makes the requests of clerk-js, in their order', { timeout: LIMIT_MS }, async () => {
  for (const [key, requests] of [[PRODUCTION, ['GET /environment', 'GET /client']], [DEVELOPMENT, ['PATCH /environment', 'GET /client']]]) {
    await open({ key });
    await signIn(visit, ada);
    await shows('user', 'Ada Lovelace');
    await visit.settled();
    visit.requests.length = 0;
    await visit.page.reload();
    await shows('user', 'Ada Lovelace');
    await visit.settled();
    // The last one is that of useOrganizationList().
    expect(visit.requests).toEqual([...requests, 'GET /me/organization_memberships']);
    if (key === PRODUCTION) await visit.close();
  }
});

test('what is wrong is told at its field, and the form lives on', { timeout: LIMIT_MS }, async () => {
  await open({ isRefused: true });
  await signIn(visit, { ...ada, email_address: 'nobody@example.com' });
  await expect.poll(() => visit.page.locator('form[data-testid=sign-in] [role=alert]').innerText(), soon).toMatch(/account/u);
  await signIn(visit, ada);
  await shows('user', 'Ada Lovelace');
});

test('a sign-up proves its address and is signed in', { timeout: LIMIT_MS }, async () => {
  await open();
  await visit.page.getByLabel('new address').fill('mary@example.com');
  await visit.page.getByLabel('new password').fill('correct-horse-battery');
  await press(visit, 'sign up');
  const code = visit.page.getByLabel('code');
  await code.waitFor();
  await code.fill((await visit.messages())[0].code);
  await press(visit, 'verify');
  await shows('email', 'mary@example.com');
});

test('another organization is another role, other claims and other members', { timeout: LIMIT_MS }, async () => {
  await open();
  await signIn(visit, ada);
  await shows('organization', 'personal');
  await shows('admin', 'no');
  await press(visit, 'Acme');
  await shows('organization', 'Acme as org:admin');
  await shows('claims', 'acme org:admin true');
  await shows('members', 'ada@example.com grace@example.com');
  await shows('admin', 'yes');
  await shows('can', 'true');
  await press(visit, 'Beta');
  await shows('organization', 'Beta as org:member');
  await shows('admin', 'no');
  await shows('can', 'false');
  await press(visit, 'personal account');
  await shows('claims', 'none');
  await press(visit, 'create');
  await shows('organization', 'New Ones as org:admin');
});

test('each change renders those whom it concerns, and nobody else', { timeout: LIMIT_MS }, async () => {
  await open();
  await signIn(visit, ada);
  await shows('user', 'Ada Lovelace');
  await visit.settled();
  const before = await counts();
  await press(visit, 'rename');
  await shows('user', 'Augusta Lovelace');
  await visit.settled();
  const after = await counts();
  expect(after.person).toBeGreaterThan(before.person);
  expect(after.bystander).toBe(before.bystander);
  expect(after['sign-in']).toBe(before['sign-in']);
});

test('a page that is left open renders nothing of itself', { timeout: LIMIT_MS }, async () => {
  await open();
  await signIn(visit, ada);
  await shows('user', 'Ada Lovelace');
  await visit.settled();
  const before = await counts();
  await visit.page.waitForTimeout(4000); // The token is looked at every 1.5 s.
  expect(await counts()).toEqual(before);
});

test('hot reload keeps who is signed in, asks the Frontend API for nothing, and hooks go on', { timeout: LIMIT_MS }, async () => {
  await open();
  await signIn(visit, ada);
  await shows('user', 'Ada Lovelace');
  await visit.settled();
  visit.requests.length = 0;
  const updated = visit.page.waitForEvent('console', message => message.text().includes('hot updated'));
  await utimes(join(application.folder, 'Person.tsx'), new Date(), new Date());
  await updated;
  await shows('user', 'Ada Lovelace');
  expect(visit.requests).toEqual([]);
  await press(visit, 'Acme');
  await shows('organization', 'Acme as org:admin');
});

test('whoever is not signed in is led to the sign-in', { timeout: LIMIT_MS }, async () => {
  await open();
  await press(visit, 'redirect to sign-in');
  await expect.poll(() => new URL(visit.page.url()).pathname, soon).toBe('/sign-in');
});

test('another tab’s sign-out is seen', { timeout: LIMIT_MS }, async () => {
  await open();
  await signIn(visit, ada);
  await shows('user', 'Ada Lovelace');
  const other = await visit.another();
  await expect.poll(() => other.getByTestId('user').innerText(), soon).toBe('Ada Lovelace');
  await other.getByRole('button', { name: 'sign out', exact: true }).click();
  await shows('signed-out', 'signed out');
});

test('an outage is told, and is over when it is over', { timeout: LIMIT_MS }, async () => {
  await open({ isRefused: true });
  await signIn(visit, ada);
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
