// The words of a scenario. A scenario is data: where it begins, and steps that are the same for every client.
import { createHash } from 'node:crypto';

const PASSWORD = 'correct-horse-battery';

/** Keys of instances that do not exist; `proxyUrl` leads to the emulator. */
export const DEVELOPMENT = 'pk_test_Y2xlcmstZW11bGF0b3IuYWNjb3VudHMuZGV2JA';
export const PRODUCTION = 'pk_live_Y2xlcmsuZXhhbXBsZS5jb20k';

/** What tells an instance's cookies from those of others on the page. */
export const suffixOf = key => createHash('sha1').update(key).digest('base64url').slice(0, 8);

export const ada = { email_address: 'ada@example.com', password: PASSWORD, first_name: 'Ada', last_name: 'Lovelace' };
export const grace = {
  email_address: 'grace@example.com',
  password: PASSWORD,
  first_name: 'Grace',
  last_name: 'Hopper',
};
export const mary = {
  email_address: 'mary@example.com',
  password: PASSWORD,
  first_name: 'Mary',
  last_name: 'Somerville',
};

/**
 * @param {string} name What is shown, as a sentence.
 * @param {object} options
 * @param {object[]} options.steps What happens, one after the other.
 * @param {string} [options.key] The publishable key; of a production instance when absent.
 * @param {object} [options.clerk] What the constructor takes beside the key; `{emulator}` in it is the emulator's address, and the `proxyUrl` when absent.
 * @param {object[]} [options.users] Who has an account: Ada, Grace and Mary when absent.
 * @param {object[]} [options.signedIn] Who is signed in in this browser already; the last one is the active one.
 * @param {object} [options.settings] The emulator's settings.
 * @param {string[]} [options.cookies] Cookies of the page, as `document.cookie` takes them.
 * @param {string} [options.url] What follows the page's path: a query, a hash.
 * @param {string[]} [options.differs] Ids of docs/divergences.md: what this scenario shows of them, and each must show up.
 */
export const scenario = (name, { steps, ...options }) => ({
  name,
  steps: steps.flat(),
  ...DEFAULTS,
  ...options,
});

const DEFAULTS = {
  key: PRODUCTION,
  clerk: {},
  users: [ada, grace, mary],
  signedIn: [],
  settings: {},
  cookies: [],
  url: '',
  differs: [],
};

/** Calls a method by its path from the Clerk object: `call('client.signIn.create', {…})`. */
export const call = (path, ...args) => ({ call: path, args });
/** The same, keeping what it returns, and be it a promise. */
export const callAs = (as, path, ...args) => ({ call: path, args, as });
/** The same, of the method alone, as destructuring gives it. */
export const unbound = (path, ...args) => ({ unbound: path, args });
/** Steps that begin one after the other, without waiting. */
export const together = (...steps) => ({ together: steps.flat() });
/** Steps of which each begins as soon as the one before it has ended, and not when the page is quiet. */
export const inTurn = (...steps) => ({ inTurn: steps.flat() });
/** Makes another Clerk object; from then on paths begin at it. */
export const construct = (key, options = {}) => ({ construct: true, key, options });
/** The value at a path, told in full. */
export const get = path => ({ get: path });
/** The value at a path, told in full even where it is a resource that the tree does not show. */
export const whole = path => ({ whole: path });
/** Whether two paths lead to the same object. */
export const same = (left, right) => ({ same: [left, right] });
/** What `JSON.stringify` makes of a value. */
export const json = path => ({ json: path });
/** Puts a value aside; `kept.name` leads to it afterwards. */
export const keep = (path, as) => ({ keep: path, as });
/** Sets a property of the page, such as `window.navigator.onLine`, or of a resource. */
export const set = (path, value) => ({ set: path, value });
/** Adds a listener; `throws` makes it throw that text at each call, `once` end itself at the first. */
export const listen = (name, options, { throws, once } = {}) => ({ listen: name, options, throws, once });
export const unlisten = name => ({ unlisten: name });
/** Time passes, on the page and at the server. Requests that a timer starts are answered after it. */
export const advance = ms => ({ advance: ms });
/** A control route of the emulator. */
export const control = (route, body) => ({ control: route, body });
/** The next requests to `path` go wrong; see the emulator's README. */
export const fault = (path, how) => control('POST faults', { path: `/v1${path}`, ...how });
/** The next answer of `path` is changed by a JSON patch. */
export const patched = (path, ...operations) => fault(path, { times: 1, json_patch: operations });
export const heal = () => control('DELETE faults');
export const dispatch = (event, on) => ({ dispatch: event, on });
export const writeCookie = cookie => ({ cookie });
export const offline = value => ({ offline: value });

// Arguments that JSON cannot say.
export const at = path => ({ $get: path });
export const url = text => ({ $url: text });
export const formData = fields => ({ $form: fields });
export const undefinedValue = { $undefined: true };
/** A function that keeps what it is called with. */
export const callback = (name, throws) => ({ $function: name, throws });
/** A function that gives something, and keeps nothing. */
export const giving = returns => ({ $function: 'giving', returns });
/** A function that gives what a path leads to in its first argument. */
export const choosing = path => ({ $function: 'choosing', chooses: path });
/** The newest code that was sent to an address. */
export const codeFor = address => ({ $code: address });

// Sentences of several words.
export const load = (options = {}) => call('load', { telemetry: false, ...options });
/** Signs somebody in by password and makes the session current. */
export const signIn = person => [
  call('client.signIn.create', { strategy: 'password', identifier: person.email_address, password: person.password }),
  call('setActive', { session: at('kept.result.createdSessionId') }),
];
