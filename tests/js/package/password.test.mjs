// Judging a password before it is sent.

import { Clerk, ClientResource } from 'clerk-wasm';
import { expect, test, vi } from 'vitest';
import { fapi, client as json, LIVE, loaded } from './lib/fapi.mjs';

const environment = more => ({
  'GET /environment': { user_settings: { password_settings: { min_length: 8, require_numbers: true, ...more } } },
});
const told = callback =>
  vi.waitFor(() => {
    expect(callback).toHaveBeenCalled();
    return callback.mock.calls;
  });

test.for(['signIn', 'signUp'])('client.%s tells what a password fails, without a request', async noun => {
  const { clerk, client, requests } = await loaded(json(), environment());
  const { validatePassword } = client[noun];
  const [onValidation, onValidationComplexity] = [vi.fn(), vi.fn()];
  expect(validatePassword('short', { onValidation, onValidationComplexity })).toBeUndefined();
  expect(onValidation).not.toHaveBeenCalled();
  expect(await told(onValidation)).toEqual([[{ complexity: { min_length: true, require_numbers: true } }]]);
  expect(onValidationComplexity.mock.calls).toEqual([[false]]);
  expect(validatePassword('long enough 1')).toBeUndefined();
  expect(requests).toEqual([]);
  // What flows have of the Clerk object is not the application's.
  for (const name of ['environment', 'hooks', 'request']) expect(name in clerk, name).toBe(false);
});

test('the callbacks hear of the passwords in the order of the calls', async () => {
  const zxcvbn = password => ({ password, score: 4 });
  const options = { standardBrowser: false, zxcvbn: async () => zxcvbn };
  const { client } = await loaded(json(), environment({ show_zxcvbn: true, min_zxcvbn_strength: 3 }), options);
  const heard = [];
  const passwords = Array.from({ length: 20 }, (_, place) => `password ${place}`);
  for (const [place, password] of passwords.entries()) {
    (place % 2 ? client.signIn : client.signUp).validatePassword(password, {
      onValidation: ({ strength }) => heard.push([strength.state, strength.result.password]),
    });
  }
  await vi.waitFor(() => expect(heard).toEqual(passwords.map(password => ['excellent', password])));
});

test('each Clerk object has its own settings and its own measure', async () => {
  const [strong, weak] = [4, 0].map(score => async () => () => ({ score, feedback: { suggestions: [] } }));
  const of = async (zxcvbn, more) =>
    (
      await loaded(json(), environment({ show_zxcvbn: true, min_zxcvbn_strength: 1, ...more }), {
        standardBrowser: false,
        zxcvbn,
      })
    ).client;
  const clients = [await of(strong), await of(weak, { require_numbers: false })];
  const states = clients.map(
    ({ signUp }) =>
      new Promise(resolve =>
        signUp.validatePassword('password1', { onValidation: ({ strength }) => resolve(strength.state) }),
      ),
  );
  expect(await Promise.all(states)).toEqual(['excellent', 'fail']);
});

test('before the settings are there, nobody hears anything', async () => {
  fapi({
    'GET /environment': () => Response.json({}, { status: 500 }),
    'GET /client': { response: json(), client: null },
  });
  const clerk = new Clerk(LIVE);
  await clerk.load();
  const callbacks = { onValidation: vi.fn(), onValidationComplexity: vi.fn() };
  clerk.client.signUp.validatePassword('password1', callbacks);
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(callbacks.onValidation).not.toHaveBeenCalled();
  expect(callbacks.onValidationComplexity).not.toHaveBeenCalled();
});

test('what goes wrong is reported as a rejection that nobody handles', async () => {
  const reported = [];
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', error => reported.push(error.message));
  const { client } = await loaded(json(), environment());
  client.signUp.validatePassword(5);
  client.signUp.validatePassword('password', {
    onValidation: () => {
      throw new Error('mine');
    },
  });
  ClientResource.fromJSON(json()).signUp.validatePassword('password');
  await vi.waitFor(() =>
    expect(reported).toEqual([
      expect.stringMatching('takes a password'),
      'mine',
      expect.stringMatching('no Clerk object'),
    ]),
  );
  process.removeAllListeners('unhandledRejection');
  others.forEach(listener => process.on('unhandledRejection', listener));
});

test('who measures is a function', async () => {
  const requests = fapi({});
  await expect(new Clerk(LIVE).load({ zxcvbn: {} })).rejects.toThrow(/zxcvbn/u);
  expect(requests).toEqual([]);
});
