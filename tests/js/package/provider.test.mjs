// Signing in and up with a provider: by a redirect, and in a window of its own.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { active, signIn as signInJson, signUp as signUpJson, withAttempt } from './lib/attempts.mjs';
import { client as json, loaded, session } from './lib/fapi.mjs';

const PROVIDER = 'https://accounts.provider.example/consent?state=1';
const PORTAL = 'https://accounts.example.com';
const pending = { status: 'unverified', external_verification_redirect_url: PROVIDER };
const signIn = signInJson({ first_factor_verification: pending });
const signUp = signUpJson({ verifications: { external_account: pending } });
const params = {
  strategy: 'oauth_google',
  redirectUrl: 'https://app.example.com/callback',
  redirectUrlComplete: 'https://app.example.com/done',
};
const sso = { strategy: 'oauth_google', redirectUrl: '/done', redirectCallbackUrl: 'https://app.example.com/callback' };
const routes =
  'redirect_url=https%3A%2F%2Fapp.example.com%2Fcallback&action_complete_redirect_url=https%3A%2F%2Fapp.example.com%2Fdone';
const CREATE = `POST /client/sign_ins strategy=oauth_google&${routes}`;
const CREATE_UP = `POST /client/sign_ups strategy=oauth_google&${routes}`;

let place;
let page;

beforeEach(() => {
  place = { href: 'https://app.example.com/sign-in', origin: 'https://app.example.com', search: '' };
  page = new EventTarget();
  vi.stubGlobal('location', place);
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('document', {});
  for (const name of ['addEventListener', 'removeEventListener']) vi.stubGlobal(name, page[name].bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a sign-in by a redirect', async () => {
  const { client, sent } = await withAttempt({ answer: signIn });
  await client.signIn.authenticateWithRedirect(params);
  expect(place.href).toBe(PROVIDER);
  expect(sent()).toEqual([CREATE]);
});

test('a sign-in that goes on, with an enterprise', async () => {
  const { client, sent } = await withAttempt({ has: { sign_in: signInJson() }, answer: signIn });
  await client.signIn.authenticateWithRedirect({
    ...params,
    strategy: 'enterprise_sso',
    continueSignIn: true,
    enterpriseConnectionId: 'c1',
    oidcPrompt: 'login',
  });
  expect(sent()).toEqual([
    `POST /client/sign_ins/sia_1/prepare_first_factor ${routes}&oidc_prompt=login&enterprise_connection_id=c1&strategy=enterprise_sso`,
  ]);
  await client.signIn.authenticateWithRedirect({ ...params, strategy: 'enterprise_sso', identifier: 'me@example.com' });
  expect(sent()[1]).toBe(`POST /client/sign_ins strategy=enterprise_sso&identifier=me%40example.com&${routes}`);
  expect(place.href).toBe(PROVIDER);
});

test('a sign-up by a redirect, and one that goes on', async () => {
  const { client, sent } = await withAttempt({ answer: signUp });
  await client.signUp.authenticateWithRedirect({ ...params, unsafeMetadata: { a: 1 } });
  await client.signUp.authenticateWithRedirect({ ...params, continueSignUp: true, legalAccepted: true });
  expect(sent()).toEqual([
    `POST /client/sign_ups strategy=oauth_google&${routes}&unsafe_metadata=%7B%22a%22%3A1%7D`,
    `PATCH /client/sign_ups/sua_1 strategy=oauth_google&${routes}&legal_accepted=true`,
  ]);
  expect(place.href).toBe(PROVIDER);
});

test.for([
  [{ status: 'verified', external_verification_redirect_url: PROVIDER }],
  [{ status: 'unverified' }],
  [{ status: 'unverified', external_verification_redirect_url: 'javascript:alert(1)' }],
])('without a page to go to the browser stays: %o', async ([first_factor_verification]) => {
  const { client } = await withAttempt({ answer: signInJson({ first_factor_verification }) });
  await expect(client.signIn.authenticateWithRedirect(params)).rejects.toBeInstanceOf(Error);
  expect(place.href).toBe('https://app.example.com/sign-in');
});

test('the custom-flow API: a sign-in begins anew where a page was asked for before', async () => {
  const { client, sent } = await withAttempt({ answer: signIn });
  expect(await client.signIn.__internal_future.sso(sso)).toEqual({ error: null });
  await client.signIn.__internal_future.sso(sso);
  expect(sent()).toEqual([CREATE, CREATE]);
  const ticket = await withAttempt({ has: { sign_in: signInJson() }, answer: signIn });
  await ticket.client.signIn.__internal_future.sso(sso);
  expect(ticket.sent()).toEqual([]);
});

test('the custom-flow API: an enterprise is prepared anew, and a sign-up is gone on with', async () => {
  const { client, sent } = await withAttempt({ has: { sign_in: signIn }, answer: signIn });
  await client.signIn.__internal_future.sso({ ...sso, strategy: 'enterprise_sso' });
  expect(sent()).toEqual([`POST /client/sign_ins/sia_1/prepare_first_factor ${routes}&strategy=enterprise_sso`]);
  const up = await withAttempt({ answer: signUp });
  await up.client.signUp.__internal_future.sso(sso);
  await up.client.signUp.__internal_future.sso({ ...sso, locale: 'fr' });
  expect(up.sent()).toEqual([CREATE_UP, `PATCH /client/sign_ups/sua_1 strategy=oauth_google&${routes}&locale=fr`]);
  expect(place.href).toBe(PROVIDER);
});

const popup = () => ({ closed: false, location: { href: 'about:blank' } });
const say = (data, origin = PORTAL) => page.dispatchEvent(Object.assign(new Event('message'), { data, origin }));

test('a window: the attempt goes by way of the account portal, and its session becomes current', async () => {
  const { client, clerk, requests } = await withAttempt({
    answer: signIn,
    sessions: [session('sess_1'), session('sess_2')],
    answers: active,
  });
  const window = popup();
  await client.signIn.authenticateWithPopup({ ...params, popup: window });
  expect(window.location.href).toBe(PROVIDER);
  expect(place.href).toBe('https://app.example.com/sign-in');
  const form = new URLSearchParams(requests[0].body);
  expect(form.get('action_complete_redirect_url')).toBe(`${PORTAL}/popup-callback`);
  const back = new URL(new URL(form.get('redirect_url')).searchParams.get('return_url'));
  expect(back.href).toMatch('https://app.example.com/callback?');
  expect(Object.fromEntries(back.searchParams)).toEqual({
    sign_in_force_redirect_url: 'https://app.example.com/done',
    sign_up_force_redirect_url: 'https://app.example.com/done',
    intent: 'signIn',
  });
  say({ session: 'sess_2' }, 'https://evil.example.com');
  say({ unrelated: true });
  await new Promise(resolve => setTimeout(resolve));
  expect(requests).toHaveLength(1);
  say({ session: 'sess_1' });
  await vi.waitFor(() => expect(requests.map(({ call }) => call)).toContain('POST /client/sessions/sess_1/touch'));
  await vi.waitFor(() => expect(clerk.session?.id).toBe('sess_1'));
});

test('a window that has something else to say', async () => {
  const { client } = await withAttempt({ answer: signUp });
  await client.signUp.authenticateWithPopup({ ...params, popup: popup() });
  say({ return_url: 'https://app.example.com/callback?more' });
  await vi.waitFor(() => expect(place.href).toBe('https://app.example.com/callback?more'));
});

test('a window of the custom-flow API: the call ends with what the account portal says, or with the window', async () => {
  const { client, sent } = await withAttempt({ answer: signIn });
  const first = popup();
  const done = client.signIn.__internal_future.sso({ ...sso, popup: first });
  await vi.waitFor(() => expect(first.location.href).toBe(PROVIDER));
  say({ session: 'sess_1' });
  expect(await done).toEqual({ error: null });
  expect(sent().at(-1)).toBe('GET /client/sign_ins/sia_1');
  const second = popup();
  const closed = client.signIn.__internal_future.sso({ ...sso, popup: second });
  await vi.waitFor(() => expect(second.location.href).toBe(PROVIDER));
  second.closed = true;
  expect((await closed).error).toMatchObject({ code: 'popup_closed' });
});

test('a window that closes as soon as it has spoken: what it said is heard, though it comes after the closing', async () => {
  const { client, sent } = await withAttempt({ answer: signIn });
  let looked = false;
  const window = {
    location: { href: 'about:blank' },
    get closed() {
      if (!looked) setTimeout(() => say({ session: 'sess_1' }), 100);
      looked = true;
      return true;
    },
  };
  expect(await client.signIn.__internal_future.sso({ ...sso, popup: window })).toEqual({ error: null });
  expect(looked).toBe(true);
  expect(sent().at(-1)).toBe('GET /client/sign_ins/sia_1');
});

const captchas = {
  display_config: {
    captcha_public_key: 'site-key',
    captcha_public_key_invisible: 'invisible-key',
    captcha_provider: 'turnstile',
    captcha_widget_type: 'smart',
  },
  user_settings: { sign_up: { captcha_enabled: true }, password_settings: { require_numbers: true } },
};
const refused = () => Response.json({ errors: [{ code: 'captcha_missing_token', message: 'no' }] }, { status: 400 });

/** A sign-up that is refused for its captcha, and the instance's environments, one after the other. */
async function withCaptchas(...environments) {
  const up = [refused(), { response: signUp, client: null }];
  const solveCaptcha = vi.fn(async () => 'solved');
  const answers = { 'GET /environment': () => environments.shift(), 'POST /client/sign_ups': () => up.shift() };
  return { ...(await loaded(json(), answers, { solveCaptcha })), solveCaptcha };
}

test.for([
  ['authenticateWithRedirect', ({ signUp }) => signUp.authenticateWithRedirect(params)],
  ['authenticateWithPopup', ({ signUp }) => signUp.authenticateWithPopup({ ...params, popup: popup() })],
  ['sso', ({ signUp }) => signUp.__internal_future.sso(sso)],
])('a sign-up that is refused for its captcha is asked for again as the instance wants it now: %s', async ([, ask]) => {
  const { client, requests, solveCaptcha } = await withCaptchas({}, captchas);
  await ask(client);
  expect(requests.map(({ call }) => call)).toEqual([
    'POST /client/sign_ups',
    'GET /environment',
    'POST /client/sign_ups',
  ]);
  expect(requests.map(({ body }) => new URLSearchParams(body).get('captcha_token'))).toEqual([null, null, 'solved']);
  expect(solveCaptcha.mock.calls).toMatchObject([[{ action: 'signup', siteKey: 'site-key' }]]);
});

test.for([
  ['an error', () => Response.json({}, { status: 500 }), 1],
  ['nothing', () => new Response(null, { status: 204 }), 2],
  ['a text', () => Response.json('x'), 1],
])('an environment that comes as %s takes nothing away', async ([, answer, sent]) => {
  const { client, requests } = await withCaptchas(captchas, answer());
  await client.signUp.authenticateWithRedirect(params).catch(() => {});
  expect(requests.filter(({ call }) => call === 'POST /client/sign_ups')).toHaveLength(sent);
  const judged = await new Promise(resolve => client.signUp.validatePassword('password', { onValidation: resolve }));
  expect(judged).toEqual({ complexity: { require_numbers: true } });
});

test('what is refused for another reason, or again, is told', async () => {
  const { client, sent } = await withAttempt({ answers: { 'POST /client/sign_ups': refused, 'GET /environment': {} } });
  await expect(client.signUp.authenticateWithRedirect(params)).rejects.toMatchObject({
    errors: [{ code: 'captcha_missing_token' }],
  });
  expect((await client.signUp.__internal_future.sso(sso)).error).toMatchObject({
    errors: [{ code: 'captcha_missing_token' }],
  });
  expect(sent()).toEqual([CREATE_UP, 'GET /environment', CREATE_UP, CREATE_UP, 'GET /environment', CREATE_UP]);
  const other = await withAttempt({
    answers: { 'POST /client/sign_ups': () => Response.json({ errors: [] }, { status: 400 }) },
  });
  await expect(other.client.signUp.authenticateWithRedirect(params)).rejects.toMatchObject({ status: 400 });
  expect(other.sent()).toEqual([CREATE_UP]);
});

test('without a window nothing is sent', async () => {
  const { client, sent } = await withAttempt();
  await expect(client.signIn.authenticateWithPopup(params)).rejects.toThrow(/popup/u);
  await expect(client.signUp.authenticateWithPopup({ ...params, popup: null })).rejects.toThrow(/popup/u);
  await expect(client.signUp.authenticateWithPopup()).rejects.toThrow(/popup/u);
  expect(sent()).toEqual([]);
});
