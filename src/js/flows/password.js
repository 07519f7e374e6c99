// Whether a password will do, by the instance's settings, before the server is asked.

import { clerkOf, environmentOf, optionsOf } from './tools.js';

/** @import { Clerk, SignInResource, SignUpResource, ValidatePasswordCallbacks } from 'clerk-wasm' */

/** No setting makes a password shorter or longer. */
const SHORTEST = 8;
const LONGEST = 72;

/** What counts as a special character where the settings name none. */
const SPECIAL = '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~';

/**
 * The settings; none where the environment has none, and undefined before it is there.
 * @param {Clerk} clerk
 */
function settingsOf(clerk) {
  const environment = environmentOf(clerk);
  const given = environment?.user_settings?.password_settings;
  if (!given) return environment && {};
  return {
    ...given,
    min_length: Math.max(given.min_length ?? SHORTEST, SHORTEST),
    max_length: Math.min(given.max_length || LONGEST, LONGEST),
  };
}

/** What a password fails, by the names of the settings; empty where it fails nothing. */
function complexityOf(password, settings) {
  const passes = {
    // As the Frontend API's own client counts: as many characters as the setting says are too many.
    max_length: () => password.length < settings.max_length,
    min_length: () => password.length >= settings.min_length,
    require_special_char: () =>
      [...(settings.allowed_special_characters || SPECIAL)].some(one => password.includes(one)),
    require_lowercase: () => /[a-z]/.test(password),
    require_numbers: () => /\d/.test(password),
    require_uppercase: () => /[A-Z]/.test(password),
  };
  const failed = Object.keys(passes).filter(name => settings[name] && !passes[name]());
  return Object.freeze(Object.fromEntries(failed.map(name => [name, true])));
}

/** How strong a password is; the keys are those of clerk-js's texts. */
function strengthOf(result, { min_zxcvbn_strength: least }) {
  const keys = names => names.map(name => 'unstable__errors.zxcvbn.' + name);
  if (!(result.score >= least)) {
    return {
      state: 'fail',
      keys: keys(['notEnough', ...result.feedback.suggestions.map(name => 'suggestions.' + name)]),
      result,
    };
  }
  return result.score < 3 ? { state: 'pass', keys: keys(['couldBeStronger']), result } : { state: 'excellent', result };
}

/** What the options `zxcvbn` have given: each is asked once, unless it fails. */
const loaded = new WeakMap();

async function zxcvbnOf(load) {
  if (!loaded.has(load)) loaded.set(load, Promise.resolve(load()));
  try {
    return await loaded.get(load);
  } catch (error) {
    loaded.delete(load);
    throw error;
  }
}

async function measured(password, load, settings) {
  const zxcvbn = await zxcvbnOf(load);
  if (typeof zxcvbn !== 'function') throw new TypeError('The option zxcvbn gives a function that measures passwords.');
  return strengthOf(zxcvbn(password), settings);
}

const ignore = () => {};

/**
 * `validatePassword()`: tells the callbacks what a password fails, and then how strong it is, where the instance wants that and the
 * option `zxcvbn` of `load()` can tell. Nothing is told before the environment is there.
 * @param {SignInResource|SignUpResource} attempt
 * @param {string} password
 * @param {ValidatePasswordCallbacks} callbacks
 */
export async function validatePassword(
  attempt,
  password,
  { onValidation = ignore, onValidationComplexity = ignore } = {},
) {
  if (typeof password !== 'string') throw new TypeError('validatePassword() takes a password, which is a text.');
  const clerk = clerkOf(attempt);
  const settings = settingsOf(clerk);
  if (!settings) return;
  const complexity = complexityOf(password, settings);
  const isComplex = !Object.keys(complexity).length;
  const load = settings.show_zxcvbn && optionsOf(clerk).zxcvbn;
  onValidationComplexity(isComplex);
  if (!load || !isComplex) onValidation({ complexity });
  if (!load) return;
  let strength;
  try {
    strength = await measured(password, load, settings);
  } catch (error) {
    // Whoever waits for the strength does not wait for ever.
    if (isComplex) onValidation({ complexity });
    throw error;
  }
  onValidation({ complexity, strength });
}
