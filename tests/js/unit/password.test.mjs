// Passwords: each is judged as clerk-js's own code judges it, whose settings have gone through its environment already.

import { createValidatePassword } from '@clerk/shared/internal/clerk-js/passwords/password';
import { expect, test, vi } from 'vitest';
import { methodsWith } from '../../../src/js/flows/flows.js';

const flows = methodsWith({
  clerkOf: attempt => attempt,
  instanceOf: ({ environment, options }) => ({ environment, options }),
});
const { validatePassword } = flows.Password;

const SPECIAL = '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~';
const passwords = [
  '',
  'abc',
  'abcdefgh',
  'ABCDEFGH',
  '12345678',
  'Abcdefg1',
  'Abcdefg1!',
  'ÄÖÜäöüß٣',
  '  nothing but words',
  'emoji 👍🏽 1A',
  'back\\slash',
  'tab\there12',
  ...[9, 20, 71, 72, 73].map(length => 'aB3'.padEnd(length, 'x')),
  ...[...SPECIAL].map(character => `abcdefgh${character}`),
];
const RULES = ['require_special_char', 'require_numbers', 'require_uppercase', 'require_lowercase'];
const subsets = Array.from({ length: 16 }, (_, bits) =>
  Object.fromEntries(RULES.map((rule, place) => [rule, !!(bits & (1 << place))])),
);
const lengths = [
  [8, 72],
  [12, 20],
  [20, 20],
  [8, 9],
].map(([min_length, max_length]) => ({ min_length, max_length }));
const specials = [undefined, '', '!?', '[]', '_', SPECIAL].map(allowed_special_characters => ({
  allowed_special_characters,
}));

/** What the callbacks hear, in order. */
function heard() {
  const log = [];
  const callbacks = {
    onValidation: result => log.push(['validation', result]),
    onValidationComplexity: is => log.push(['complexity', is]),
  };
  return { log, callbacks };
}

const attempt = (password_settings, options = {}) => ({
  environment: { user_settings: { password_settings } },
  options,
});

async function ours(settings, password, options) {
  const { log, callbacks } = heard();
  await validatePassword(attempt(settings, options), password, callbacks);
  return log;
}

async function theirs(settings, password, zxcvbn) {
  const { log, callbacks } = heard();
  createValidatePassword(zxcvbn, { ...settings, validatePassword: true })(password, callbacks);
  await new Promise(resolve => setImmediate(resolve));
  return log;
}

test('the complexity of a password', async () => {
  for (const settings of subsets.flatMap(rules =>
    lengths.flatMap(length => specials.map(special => ({ ...rules, ...length, ...special }))),
  )) {
    for (const password of passwords) {
      const told = await ours(settings, password);
      createValidatePassword(undefined, { ...settings, validatePassword: true })(password, {
        onValidationComplexity: is => expect(told[0]).toEqual(['complexity', is]),
        onValidation: result =>
          expect(told.slice(1), JSON.stringify([settings, password])).toEqual([['validation', result]]),
      });
    }
  }
});

/** As strong as its last digit says. */
const zxcvbn = password => ({
  password,
  score: Number(password.at(-1)),
  feedback: { warning: null, suggestions: ['l33t', 'dates'] },
  guesses: 1,
});

test('the strength of a password', async () => {
  const load = async () => zxcvbn;
  for (const score of [0, 1, 2, 3, 4]) {
    for (const min_zxcvbn_strength of [0, 1, 2, 3, 4, undefined]) {
      for (const min_length of [8, 20]) {
        const settings = { min_length, max_length: 72, show_zxcvbn: true, min_zxcvbn_strength };
        const password = `password${score}`;
        expect(await ours(settings, password, { zxcvbn: load })).toEqual(await theirs(settings, password, load));
      }
    }
  }
});

test('without somebody who measures it, only the complexity is told, once', async () => {
  const settings = { min_length: 8, show_zxcvbn: true, min_zxcvbn_strength: 3 };
  expect(await ours(settings, 'password1')).toEqual([
    ['complexity', true],
    ['validation', { complexity: {} }],
  ]);
  expect(await ours(settings, 'short')).toEqual([
    ['complexity', false],
    ['validation', { complexity: { min_length: true } }],
  ]);
});

test('who measures is asked for once, and again after a failure', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('no network')).mockResolvedValue(zxcvbn);
  const settings = { min_length: 8, show_zxcvbn: true, min_zxcvbn_strength: 3 };
  const { log, callbacks } = heard();
  await expect(validatePassword(attempt(settings, { zxcvbn: load }), 'password1', callbacks)).rejects.toThrow(
    'no network',
  );
  expect(log).toEqual([
    ['complexity', true],
    ['validation', { complexity: {} }],
  ]);
  await Promise.all(['password1', 'password2'].map(password => ours(settings, password, { zxcvbn: load })));
  expect((await ours(settings, 'password4', { zxcvbn: load })).at(-1)).toMatchObject([
    'validation',
    { strength: { state: 'excellent' } },
  ]);
  expect(load).toHaveBeenCalledTimes(2);
  await ours({ ...settings, show_zxcvbn: false }, 'password1', { zxcvbn: vi.fn(() => expect.unreachable()) });
  await expect(ours(settings, 'password1', { zxcvbn: () => ({ zxcvbn }) })).rejects.toThrow(/zxcvbn/u);
});

test.for([
  [null, undefined],
  [{}, {}],
  [{ user_settings: null }, {}],
  [{ user_settings: { password_settings: null } }, {}],
  [{ user_settings: { password_settings: {} } }, { min_length: true }],
  [{ user_settings: { password_settings: { min_length: 0, max_length: 0 } } }, { min_length: true }],
  [{ user_settings: { password_settings: { min_length: 4, max_length: 400 } } }, { min_length: true }],
  [{ user_settings: { password_settings: { min_length: 2, max_length: 3 } } }, { max_length: true, min_length: true }],
])('an environment %o', async ([environment, complexity]) => {
  const { log, callbacks } = heard();
  await validatePassword({ environment, options: {} }, 'abc', callbacks);
  expect(log.slice(1)).toEqual(complexity ? [['validation', { complexity }]] : []);
});

test('special characters are those that are named', async () => {
  const settings = allowed_special_characters => ({ require_special_char: true, allowed_special_characters });
  const fails = async (special, password) =>
    (await ours(settings(special), password))[1][1].complexity.require_special_char ?? false;
  expect(
    await Promise.all(
      [
        ['^!', 'abcdefgh'],
        ['+-9', 'abcdef5h'],
        ['\\', 'abc\\defgh'],
        ['[[', 'abcdefgh['],
      ].map(row => fails(...row)),
    ),
  ).toEqual([true, true, false, false]);
});

test('wrong arguments are told', async () => {
  for (const password of [undefined, null, 5, {}]) await expect(ours({}, password)).rejects.toThrow(TypeError);
  await validatePassword(attempt({}), 'abc');
});
