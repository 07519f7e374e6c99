// Captchas that the server wants: the application solves them.

import { Clerk } from 'clerk-wasm';
import { expect, test, vi } from 'vitest';
import { fapi, client as json, LIVE, loaded, session } from './lib/fapi.mjs';

const display_config = {
  captcha_public_key: 'site-key',
  captcha_public_key_invisible: 'invisible-key',
  captcha_provider: 'turnstile',
  captcha_widget_type: 'smart',
};
const VERIFY = 'POST /client/verify';
const wanted = () => Response.json({ errors: [{ code: 'requires_captcha', message: 'captcha' }] }, { status: 401 });

/** A Clerk object with a client that is asked for a captcha by the next reload, and by none after it. */
async function world(solveCaptcha, environment = { display_config }) {
  const answer = { response: json([session('sess_1')]), client: null };
  const clients = [answer, wanted(), answer];
  const answers = { 'GET /environment': environment, 'GET /client': () => clients.shift(), [VERIFY]: answer };
  const built = await loaded(undefined, answers, { standardBrowser: false, solveCaptcha });
  return { ...built, said: () => built.requests.find(({ call }) => call === VERIFY)?.body };
}

test('the application solves it, and the call goes on', async () => {
  const solve = vi.fn(async () => 'solved');
  const { client, requests, said } = await world(solve);
  await client.reload();
  expect(solve.mock.calls).toEqual([
    [
      {
        action: 'verify',
        provider: 'turnstile',
        siteKey: 'site-key',
        invisibleSiteKey: 'invisible-key',
        widgetType: 'smart',
      },
    ],
  ]);
  expect(requests.map(({ call }) => call)).toEqual(['GET /client', VERIFY, 'GET /client']);
  expect(said()).toBe('captcha_token=solved&captcha_widget_type=smart&captcha_action=verify');
});

test('what the application throws is told to the server', async () => {
  const { client, said } = await world(() => {
    throw new Error('the reader has closed it');
  });
  await client.reload();
  expect(said()).toBe('captcha_error=the+reader+has+closed+it&captcha_action=verify');
});

test.for([
  ['without an application that solves it', undefined, { display_config }],
  ['without the key of a widget', () => 'solved', { display_config: { ...display_config, captcha_public_key: null } }],
  ['without settings of captchas', () => 'solved', {}],
])('%s the server is told that it cannot be', async ([, solve, environment]) => {
  const { client, said } = await world(solve, environment);
  await client.reload();
  expect(said()).toBe('captcha_error=captcha_unavailable&captcha_action=verify');
});

test.for([[undefined], [5], [null]])('a solver that gives %o is told what it has to give', async ([given]) => {
  const { client, said } = await world(() => given);
  await expect(client.reload()).rejects.toThrow(/solveCaptcha/u);
  expect(said()).toBeUndefined();
});

test('a solver is a function', async () => {
  const requests = fapi({});
  await expect(new Clerk(LIVE).load({ solveCaptcha: 'turnstile' })).rejects.toThrow(/solveCaptcha/u);
  expect(requests).toHaveLength(0);
});

test('a load() without options, while one is under way, does not take the solver away', async () => {
  const answer = { response: json([session('sess_1')]), client: null };
  const clients = [answer, wanted(), answer];
  const solve = vi.fn(async () => 'solved');
  fapi({ 'GET /environment': { display_config }, 'GET /client': () => clients.shift(), [VERIFY]: answer });
  const clerk = new Clerk(LIVE);
  await Promise.all([clerk.load({ standardBrowser: false, solveCaptcha: solve }), clerk.load()]);
  await clerk.client.reload();
  expect(solve).toHaveBeenCalledOnce();
});

const enabled = { display_config, user_settings: { sign_up: { captcha_enabled: true } } };
const CREATE = 'POST /client/sign_ups';
const started = { response: { object: 'sign_up_attempt', id: 'sua_1' }, client: null };

test('a sign-up brings the answer to a captcha', async () => {
  const solve = vi.fn(async () => 'solved');
  const { client, requests } = await loaded(
    json(),
    { 'GET /environment': enabled, [CREATE]: started },
    { solveCaptcha: solve },
  );
  await client.signUp.create({ emailAddress: 'me@example.com' });
  expect(solve.mock.calls).toMatchObject([[{ action: 'signup' }]]);
  expect(requests.map(({ call, body }) => `${call} ${body}`)).toEqual([
    `${CREATE} email_address=me%40example.com&captcha_token=solved&captcha_widget_type=smart`,
  ]);
});

test.for([
  ['that fails', async () => Promise.reject(new Error('the reader has closed it')), /the reader has closed it/u],
  ['that is not there', undefined, /solveCaptcha/u],
])('a solver %s: the sign-up is not started', async ([, solveCaptcha, message]) => {
  const { client, requests } = await loaded(
    json(),
    { 'GET /environment': enabled, [CREATE]: started },
    { solveCaptcha },
  );
  const failure = await client.signUp.create({ emailAddress: 'me@example.com' }).catch(error => error);
  expect(failure).toMatchObject({ code: 'captcha_unavailable' });
  expect(failure.message).toMatch(message);
  expect(requests).toHaveLength(0);
});
