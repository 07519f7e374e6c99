// Judging a password before it is sent.
import { call, callback, get, load, patched, scenario } from '../language.mjs';

const callbacks = { onValidation: callback('validation'), onValidationComplexity: callback('complexity') };
const judge = (password, noun = 'signUp', heard = callbacks) =>
  call(`client.${noun}.validatePassword`, password, heard);
const settings = value => patched('/environment', { op: 'replace', path: '/user_settings/password_settings', value });
const strict = {
  min_length: 10,
  max_length: 20,
  require_special_char: true,
  require_numbers: true,
  require_uppercase: true,
  require_lowercase: true,
};

const PASSWORDS = [
  '',
  'short',
  'only letters',
  'ONLY CAPITALS',
  '1234567890',
  'All0fThem!',
  'All0fThem!All0fThem',
  'All0fThem!All0fThem!',
  'All0fThem!All0fThem!!',
  'ÄÖÜ ß äöü',
  'no special 1A',
  'brackets]1A',
  'dash-1Aaaaa',
  'back\\slash1A',
  '                1',
];
const table = (name, value, more) =>
  scenario(name, { ...more, steps: [settings(value), load(), PASSWORDS.map(password => judge(password))] });

export const scenarios = [
  scenario('passwords by the settings of a new instance', {
    steps: [load(), PASSWORDS.map(password => judge(password, 'signIn'))],
  }),
  table('passwords by strict settings', strict),
  table('passwords by settings that name special characters', {
    ...strict,
    allowed_special_characters: '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~',
  }),
  table('passwords by settings that name few special characters', { ...strict, allowed_special_characters: '[]' }),
  table('passwords by settings below the least', { min_length: 2, max_length: 0 }),
  table('passwords by settings above the most', { min_length: 0, max_length: 1000 }),
  table('passwords without settings', null),
  scenario('a password of 72 letters', {
    steps: [settings({ max_length: 100 }), load(), ...[71, 72, 73].map(length => judge('a'.repeat(length)))],
  }),
  scenario('a password for one callback, and for none', {
    steps: [
      load(),
      judge('short', 'signUp', { onValidation: callback('validation') }),
      judge('short', 'signUp', { onValidationComplexity: callback('complexity') }),
      judge('short', 'signIn', {}),
      call('client.signUp.validatePassword', 'short'),
    ],
  }),
  scenario('a password leaves the attempt as it is', {
    steps: [
      load(),
      call('client.signUp.create', { firstName: 'Emmy' }),
      judge('All0fThem!'),
      get('client.signUp.status'),
    ],
  }),
  scenario('a password while there are no settings', {
    steps: [
      patched('/environment', { op: 'remove', path: '/user_settings/password_settings' }),
      load(),
      judge('short'),
    ],
  }),
  scenario('special characters that a pattern would read otherwise', {
    differs: ['special-characters'],
    steps: [
      settings({ require_special_char: true, allowed_special_characters: '^+-9' }),
      load(),
      ...['abcdefgh', 'abcdefg5', 'abcdefg+', 'abcdefg^'].map(password => judge(password)),
    ],
  }),
  scenario('the strength of passwords', {
    differs: ['zxcvbn'],
    steps: [
      settings({ ...strict, show_zxcvbn: true, min_zxcvbn_strength: 3 }),
      load(),
      ...['short', 'All0fThem!All0f'].map(password => judge(password)),
    ],
  }),
];
