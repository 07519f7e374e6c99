// The Leptos application of `examples/leptos`, compiled as it is, on an emulator: what its users do.

import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serve } from '../consumers/lib/server.mjs';
import { startEmulator } from '../differential/lib/emulator.mjs';
import { complaints, launch } from '../e2e/lib/browser.mjs';

const LIMIT_MS = 60_000;
const PASSWORD = 'correct-horse-battery';
const ADA = { email_address: 'ada@example.com', password: PASSWORD, first_name: 'Ada' };
const BOB = { email_address: 'bob@example.com', password: PASSWORD, first_name: 'Bob' };
const GRACE = { strategy: 'oauth_google', email_address: 'grace@example.com', first_name: 'Grace' };
const SETTINGS = {
  organizations: { enabled: true },
  email_link: true,
  social_providers: ['oauth_google'],
  password: 'on',
};

/** What trunk would put in the place of its own lines. */
const START = '<script type="module">import init from "/leptos.js"; init("/leptos_bg.wasm");</script>';
const types = { js: 'text/javascript', wasm: 'application/wasm', css: 'text/css' };

let browser, emulator, site, context, page, heard;

beforeAll(async () => {
  [browser, emulator] = await Promise.all([launch(), startEmulator(process.env.EMULATOR)]);
  const home = pathToFileURL(`${process.env.SITE}/`);
  const source = await readFile(new URL('index.html', home), 'utf8');
  const html = source
    .replace(/<link data-trunk rel="rust"[^>]*>/, START)
    .replace('data-trunk rel="css"', 'rel="stylesheet"')
    .replace('http://localhost:4700', emulator.url)
    .replace('<title>', '<link rel="icon" href="data:,"><title>');
  site = await serve(async ({ url }) => {
    const { pathname } = new URL(url, 'http://localhost');
    const type = types[pathname.split('.').at(-1)];
    const body = type ? await readFile(new URL(`.${pathname}`, home)) : html;
    return { status: 200, headers: { 'content-type': type ?? 'text/html; charset=utf-8' }, body };
  });
}, LIMIT_MS);
afterAll(() => Promise.all([browser?.close(), emulator?.stop(), site?.close()]));

beforeEach(async () => {
  await emulator.control('POST reset');
  await emulator.control('POST seed', { settings: SETTINGS, users: [ADA, BOB], provider_accounts: [GRACE] });
  context = await browser.newContext();
  page = await context.newPage();
  heard = complaints(page);
  page.setDefaultTimeout(LIMIT_MS / 4);
  await page.goto(site.url);
});
afterEach(async () => {
  const refusals = /status of 4\d\d/;
  expect(heard.drain(refusals)).toEqual([]);
  await context.close();
});

const shows = text => page.getByText(text, { exact: true }).waitFor();
const press = name => page.getByRole('button', { name, exact: true }).first().click();

async function signIn({ email_address, password = '' }) {
  await page.fill('[name=address]', email_address);
  await page.fill('[name=password]', password);
  await press('Go on');
}

async function enterCode() {
  const field = page.locator('[name=code]');
  await field.waitFor();
  const { code } = (await emulator.control('GET outbox')).at(-1);
  await field.fill(code);
  await press('Go on');
}

test('somebody signs up by a code, is there after a reload, and signs out', { timeout: LIMIT_MS }, async () => {
  await press('Sign up');
  await page.fill('[name=first-name]', 'Grace');
  await page.fill('[name=address]', 'grace@example.com');
  await page.fill('[name=password]', PASSWORD);
  await press('Go on');
  await enterCode();
  await shows('Hello, Grace');
  await page.reload();
  await shows('Hello, Grace');
  await press('Sign out');
  await page.locator('[name=address]').waitFor();
});

test('a wrong password is told, and a code by e-mail signs in', { timeout: LIMIT_MS }, async () => {
  await signIn({ ...ADA, password: 'another-horse-battery' });
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toMatch(/password/i);
  await signIn({ ...ADA, password: '' });
  await enterCode();
  await shows('Hello, Ada');
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a name is changed, and the page shows it', { timeout: LIMIT_MS }, async () => {
  await signIn(ADA);
  await shows('Hello, Ada');
  await page.fill('#profile [name=last-name]', 'Lovelace');
  await press('Save');
  await shows('Hello, Ada Lovelace');
});

test('an organization is made, becomes active, and is left for none', { timeout: LIMIT_MS }, async () => {
  await signIn(ADA);
  await shows('No organization is active.');
  await page.fill('[name=organization]', 'Engines');
  await press('Make it');
  const active = page.locator('#active');
  await expect.poll(() => active.textContent()).toBe('Engines');
  expect(await page.locator('#organizations li').textContent()).toContain('org:admin');
  await press('None of them');
  await shows('No organization is active.');
  await press('Make active');
  await expect.poll(() => active.textContent()).toBe('Engines');
});

test('somebody whom nobody knows signs up at a provider, and signs in there', { timeout: LIMIT_MS }, async () => {
  for (const _ of ['a sign-up', 'a sign-in']) {
    await press('Go on with Google');
    await page.waitForURL(/\/_emulator\/provider\//u);
    await page.locator('button', { hasText: GRACE.email_address }).click();
    await shows('Hello, Grace');
    expect(new URL(page.url()).pathname).toBe('/');
    await press('Sign out');
    await page.locator('[name=address]').waitFor();
  }
});

test('a link by e-mail signs in where it is followed, and where it was asked for', { timeout: LIMIT_MS }, async () => {
  await page.fill('[name=link-address]', ADA.email_address);
  await press('Send a link');
  await shows('Follow the link that was sent to you.');
  const link = async () => (await emulator.control('GET outbox')).at(-1)?.url;
  await expect.poll(link).toBeTruthy();
  const other = await context.newPage();
  await other.goto(await link());
  await other.getByText('Hello, Ada', { exact: true }).waitFor();
  expect(new URL(other.url()).pathname).toBe('/');
  await shows('Hello, Ada');
});
