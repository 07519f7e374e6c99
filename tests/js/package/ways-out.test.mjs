// Each way out of the page that flows and methods have, by the rows of tests/fixtures/ways_out.json.

import { Clerk } from 'clerk-wasm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pageAt, rows } from '../lib/ways-out.mjs';
import { active, signIn as signInJson, signUp as signUpJson } from './lib/attempts.mjs';
import { fapi, client as json, session } from './lib/fapi.mjs';

const DEVELOPMENT = `pk_test_${btoa('x.accounts.dev$')}`;
const LIVE = `pk_live_${btoa('clerk.example.com$')}`;
const STAYS = 'about:blank';

let went;
const { setInterval: every } = globalThis;

beforeEach(() => {
  went = [];
  vi.stubGlobal('console', { ...console, warn: () => {} });
});
afterEach(() => vi.unstubAllGlobals());

/** A Clerk object on the page of a row. */
async function loadedOn({ page, instance, options }, answers = {}, more = {}, search = '') {
  const window = new EventTarget();
  const globals = pageAt(page + search, to => went.push(to));
  for (const name of ['addEventListener', 'removeEventListener']) globals[name] = window[name].bind(window);
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  const blank = { response: json([session('sess_1')], { cookie_expires_at: null }), client: null };
  const ended = { 'DELETE /client/sessions': { response: json([], { cookie_expires_at: null }), client: null } };
  fapi({ 'GET /environment': {}, 'GET /client': blank, ...active, ...ended, ...answers });
  const clerk = new Clerk(instance === 'development' ? DEVELOPMENT : LIVE);
  await clerk.load({ ...options, standardBrowser: false, polling: false, ...more });
  return { clerk, say: data => window.dispatchEvent(Object.assign(new Event('message'), data)) };
}

const goes = (row, way) => (row.ways.includes(way) ? row.absolute : row.root);
const resolved = ({ page }) => new URL(went.at(-1), page).href;

test.for(rows)('setActive and signOut: $to on $page', async row => {
  const { clerk } = await loadedOn(row);
  await clerk.setActive({ session: null, redirectUrl: row.to });
  await clerk.setActive({ session: 'sess_1' });
  await clerk.signOut({ redirectUrl: row.to });
  // Without a text there is nowhere to go.
  if (row.to) expect(went.map(to => new URL(to, row.page).href)).toEqual([goes(row, 'a'), goes(row, 'a')]);
});

describe('what a hostile server names as the page of a provider', () => {
  const named = rows.filter(({ to }) => URL.canParse(to));
  const attempts = ({ to }) => {
    const pending = { status: 'unverified', external_verification_redirect_url: to, strategy: 'oauth_google' };
    return {
      'POST /client/sign_ins': { response: signInJson({ first_factor_verification: pending }), client: null },
      'POST /client/sign_ups': { response: signUpJson({ verifications: { external_account: pending } }), client: null },
    };
  };
  const params = {
    strategy: 'oauth_google',
    redirectUrl: 'https://app.test/a',
    redirectUrlComplete: 'https://app.test/b',
  };
  const sso = { strategy: 'oauth_google', redirectUrl: '/done', redirectCallbackUrl: 'https://app.test/callback' };

  test.for(named)('a redirect and a window: $to on $page', async row => {
    const { clerk } = await loadedOn(row, attempts(row));
    const { signIn, signUp } = clerk.client;
    // They are looked at often, so that they end soon.
    vi.stubGlobal('setInterval', (look, ms) => every(look, ms / 100));
    const windows = [0, 1, 2].map(() => ({ closed: false, location: { href: STAYS } }));
    await signIn.authenticateWithRedirect(params).catch(() => {});
    await signUp.authenticateWithRedirect(params).catch(() => {});
    await signIn.__internal_future.sso(sso);
    const isFine = row.ways.includes('v');
    expect(went).toEqual(isFine ? Array(3).fill(new URL(row.to).href) : []);
    await signIn.authenticateWithPopup({ ...params, popup: windows[0] }).catch(() => {});
    await signUp.authenticateWithPopup({ ...params, popup: windows[1] }).catch(() => {});
    const waiting = signIn.__internal_future.sso({ ...sso, popup: windows[2] });
    if (isFine) await vi.waitFor(() => expect(windows[2].location.href).not.toBe(STAYS), { interval: 1 });
    else await waiting;
    expect(windows.map(({ location }) => location.href)).toEqual(Array(3).fill(isFine ? new URL(row.to).href : STAYS));
    // None is left to look at its window when the page has gone: the one that began last ends last.
    for (const window of windows) window.closed = true;
    await waiting;
  });
});

test.for(rows)('what a window of a provider says: $to on $page', async row => {
  const pending = { status: 'unverified', external_verification_redirect_url: 'https://provider.test/' };
  const answer = { response: signInJson({ first_factor_verification: pending }), client: null };
  const { clerk, say } = await loadedOn(row, { 'POST /client/sign_ins': answer });
  const popup = { closed: false, location: { href: STAYS } };
  const urls = { redirectUrl: 'https://app.test/a', redirectUrlComplete: 'https://app.test/b' };
  await clerk.client.signIn.authenticateWithPopup({ strategy: 'oauth_google', ...urls, popup });
  const origin = `https://${row.frontendApi.replace('clerk.', 'accounts.')}`;
  if (!row.to) return;
  say({ origin, data: { return_url: row.to } });
  await vi.waitFor(() => expect(went).toHaveLength(1), { interval: 1 });
  expect(resolved(row)).toBe(goes(row, 'a'));
});

test.for(rows)('a link from an e-mail: $to on $page', async row => {
  const { search } = new URL('https://x/?__clerk_status=verified');
  const page = row.page.split('?')[0];
  const attempt = { ...json([session('sess_1')]), sign_in: signInJson({ status: 'needs_second_factor' }) };
  const { clerk } = await loadedOn(
    { ...row, page },
    { 'GET /client': { response: attempt, client: null } },
    {},
    search,
  );
  const asked = [];
  await clerk.handleEmailLinkVerification(
    { redirectUrl: row.to },
    async to => void asked.push(new URL(to, row.page).href),
  );
  expect(asked).toEqual(row.to ? [goes(row, 'a')] : []);
});

test.for(rows)('a page that the instance names, after a callback: $to on $page', async row => {
  if (!row.to) return;
  const environment = { display_config: { sign_in_url: 'https://app.test/in', sign_up_url: 'https://app.test/up' } };
  const { clerk } = await loadedOn(row, { 'GET /environment': environment });
  const asked = [];
  await clerk.handleRedirectCallback({ signInUrl: row.to }, async to => void asked.push(new URL(to, row.page).href));
  expect(asked).toEqual([goes(row, 'p')]);
});
