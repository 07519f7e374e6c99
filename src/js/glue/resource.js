// Resources: objects that show the fields of a JSON by the rows of `src/model/view.rs`. Scalars are own data
// properties, filled at once. What is nested, or costs something to make, is an own accessor that makes it when it is
// first read and keeps it until the data is replaced.

import { at, copy, isArray, items, placeOf, get as propertyOf } from '../../json/browser.js';
import { isAuthorized } from './authorization.js';
import { camelCased, camelKey, deepCamelCased, isObject } from './camel.js';
import { changed, isGood } from './epoch.js';
import { ClerkAPIError } from './errors.js';
import { futureOf } from './future.js';
import { plain, withPlain } from './given.js';
import { account, clerkOf, HIDDEN, RAW } from './hidden.js';
import { decodeJwt } from './jwt.js';
import { flows, linkFlow, methodsOf, runFlow, tools, WALLETS } from './lazy.js';
import { creationOptions, toBytes } from './webauthn.js';

const { defineProperty, defineProperties, entries, getPrototypeOf } = Object;

/** Not an object or a list: those may have a `toString` of the server's, which is no function. */
const isScalar = value => ['string', 'number', 'boolean'].includes(typeof value);

const date = value => {
  const time = new Date((isScalar(value) && value) || NaN);
  // biome-ignore lint/suspicious/noGlobalIsNan: A Date is asked for its number, which Number.isNaN() would not do.
  return isNaN(/** @type {any} */ (time)) ? null : time;
};

/**
 * The rule behind each kind of scalar. None of them throws, whatever the server sends: a value of another type costs its property alone, and
 * an exception would pass through WebAssembly.
 */
const rules = {
  '': value => value,
  n: value => value || null,
  N: value => value ?? null,
  u: value => value ?? undefined,
  f: value => !!value,
  s: value => value || '',
  z: value => value || 0,
  o: value => (isObject(value) ? value : {}),
  a: value => (isArray(value) ? value : []),
  A: value => (isArray(value) ? value : null),
  d: value => date(value) ?? new Date(),
  D: date,
  c: value => deepCamelCased(value ?? null),
  C: value => (value === undefined ? [] : deepCamelCased(value, [])),
  k: value => camelCased(value) ?? null,
  // A snapshot made by clerk-js writes an error with an empty code where there is none.
  e: value => (propertyOf(value, 'code') ? new ClerkAPIError(value) : null),
  U: value => {
    try {
      return new URL(value);
    } catch {
      return null;
    }
  },
  b: creationOptions,
  p: value => (typeof value === 'string' ? value.replace(/^oauth_/, '') : ''),
  g: value => (propertyOf(value, 'type') === 'agent' ? value : null),
  F(_, json) {
    const names = ['first_name', 'last_name'].map(key => propertyOf(json, key));
    return (
      names
        .filter(name => name && isScalar(name))
        .join(' ')
        .trim() || null
    );
  },
};

/** What is nested in a resource, which has its handle. */
const createIn = ({ [HIDDEN]: { handle } }, of, json) => create(of, json, handle);

/** The rule behind each kind that is made when it is first read; `of` is what follows the kind's letter. */
const lazyRules = {
  1: (value, of, resource) => createIn(resource, of, value),
  h: (value, of, { [HIDDEN]: { handle } }) => (handle ? handle.session() : create(of, value)),
  '?': (value, of, resource) => (isObject(value) ? createIn(resource, of, value) : null),
  '!': (value, of, resource) => (isObject(value) ? createIn(resource, of, value) : undefined),
  '*': (value, of, resource) =>
    items(value)
      .filter(isObject)
      .map(item => createIn(resource, of, item)),
  J: decodeJwt,
  P(id, of, resource) {
    const list = propertyOf(resource, of);
    return (id && at(list, placeOf(list, id, 0))) || null;
  },
};

/** Kinds that show a key again in another form, which a snapshot need not repeat. */
const derived = 'gFJP';

class Resource {
  constructor(noun, json, handle) {
    show(this, noun, json, handle);
  }

  /** @this {{ id?: string }} */
  isNew() {
    return !this.id;
  }

  __internal_toSnapshot() {
    const { noun, json } = this[HIDDEN];
    return snapshot(noun, json);
  }
}

/** @typedef {new (...given: any[]) => { [key: PropertyKey]: any }} Shown Its properties are the rows of its noun. */

/** An attempt has its custom-flow API, the same one as long as it lives. */
const attemptOf = noun =>
  class extends /** @type {Shown} */ (Resource) {
    get __internal_future() {
      return (this[HIDDEN].future ??= futureOf(noun, this));
    }
  };

const verified = account => account.verification?.status === 'verified';

/** What is not a row: properties that are computed at each read, and are not shown when an object is printed. */
const bases = {
  SignIn: attemptOf('SignIn'),
  SignUp: attemptOf('SignUp'),
  Session: class extends /** @type {Shown} */ (Resource) {
    get currentTask() {
      return this.tasks?.[0];
    }
  },
  Token: class extends /** @type {Shown} */ (Resource) {
    getRawString() {
      const { jwt } = this[HIDDEN].json;
      return typeof jwt === 'string' ? jwt : '';
    }
  },
  User: class extends /** @type {Shown} */ (Resource) {
    get verifiedExternalAccounts() {
      return this.externalAccounts.filter(verified);
    }
    get unverifiedExternalAccounts() {
      return this.externalAccounts.filter(account => !verified(account));
    }
    get verifiedWeb3Wallets() {
      return this.web3Wallets.filter(verified);
    }
    get hasVerifiedEmailAddress() {
      return this.emailAddresses.some(verified);
    }
    get hasVerifiedPhoneNumber() {
      return this.phoneNumbers.some(verified);
    }
  },
  EmailAddress: class extends /** @type {Shown} */ (Resource) {
    toString() {
      return this.emailAddress;
    }
  },
  PhoneNumber: class extends /** @type {Shown} */ (Resource) {
    toString() {
      return this.phoneNumber;
    }
  },
  Web3Wallet: class extends /** @type {Shown} */ (Resource) {
    toString() {
      return this.web3Wallet;
    }
  },
};

const verifiedFromTheSameClient = verification =>
  !!verification.verifiedAtClient && verification.verifiedAtClient === clerkOf(verification)?.client?.id;

const providers = 'authenticateWithRedirect authenticateWithPopup ' + WALLETS;

/** What comes of it is told to the callbacks. */
const validatePassword = (attempt, ...given) => void runFlow('Password', 'validatePassword', attempt, ...given);

/** Methods of their name in Rust's `endpoints/account`. */
export const accounts = (noun, names) =>
  methodsOf(names, async (name, resource, ...given) =>
    account(
      noun === 'Clerk' ? resource : needed(clerkOf(resource), resource[HIDDEN], name),
      noun,
      name,
      resource,
      given,
    ),
  );

const identification = 'create prepareVerification attemptVerification destroy';
const primaries = ['primaryEmailAddressId', 'primaryPhoneNumberId', 'primaryWeb3WalletId'];
const titled = text => text.replace(/^./, letter => letter.toUpperCase());

/** Methods that only read or call others. */
const ownMethods = {
  Session: {
    checkAuthorization: isAuthorized,
    getToken,
    clearCache: ({ [HIDDEN]: hidden }) => handleOf(hidden, 'clearCache').clearCache(),
    ...flows('Session', 'verifyWithPasskey'),
  },
  SignIn: {
    createEmailLinkFlow: linkFlow('SignIn'),
    validatePassword,
    ...flows('SignIn', providers + ' authenticateWithPasskey'),
  },
  SignUp: {
    createEmailLinkFlow: linkFlow('SignUp'),
    validatePassword,
    upsert: (signUp, params) => (signUp.id ? signUp.update(params) : signUp.create(params)),
    __experimental_getEnterpriseConnections: async signUp =>
      lazyRules['*'](
        await signUp[HIDDEN].handle.flow('enterpriseConnections', []),
        'SignUpEnterpriseConnection',
        signUp,
      ),
    ...flows('SignUp', providers),
  },
  Verification: { verifiedFromTheSameClient },
  SignUpVerification: { verifiedFromTheSameClient },
  User: {
    isPrimaryIdentification: (user, { id }) => primaries.some(key => user[key] === id),
    ...flows('User', 'createPasskey getSessions'),
    ...accounts(
      'User',
      'update updateMetadata updatePassword removePassword delete setProfileImage createEmailAddress createPhoneNumber createWeb3Wallet ' +
        'createExternalAccount createTOTP verifyTOTP disableTOTP createBackupCode __experimental_getBiometricCredentials __experimental_prepareBiometricCredential ' +
        '__experimental_attemptBiometricCredential __experimental_revokeBiometricCredential getEnterpriseConnections leaveOrganization ' +
        'getOrganizationMemberships getOrganizationInvitations getOrganizationSuggestions getOrganizationCreationDefaults',
    ),
  },
  EmailAddress: {
    createEmailLinkFlow: linkFlow('EmailAddress'),
    createEnterpriseSSOLinkFlow: linkFlow('EmailAddress', 'EnterpriseSSOLink'),
    ...accounts('EmailAddress', identification),
  },
  PhoneNumber: accounts('PhoneNumber', identification + ' setReservedForSecondFactor makeDefaultSecondFactor'),
  Web3Wallet: accounts('Web3Wallet', identification),
  ExternalAccount: {
    providerSlug: ({ provider }) => provider,
    providerTitle: ({ provider }) => titled(provider) + ' Account',
    accountIdentifier: ({ username, emailAddress, label }) => username || emailAddress || label,
    ...accounts('ExternalAccount', 'reauthorize destroy'),
  },
  EnterpriseAccount: accounts('EnterpriseAccount', 'destroy'),
  Passkey: accounts('Passkey', 'update delete'),
  Organization: accounts(
    'Organization',
    'update destroy setLogo getMemberships addMember updateMember removeMember getInvitations inviteMember inviteMembers getMembershipRequests getRoles ' +
      'getDomains getDomain createDomain prepareOwnershipVerification attemptOwnershipVerification getEnterpriseConnections',
  ),
  OrganizationMembership: accounts('OrganizationMembership', 'update destroy'),
};

/** Methods without an argument: what they are called with, such as the event of a click, is not read. */
const takesNothing = ['end', 'remove'];

/** Methods that may take a browser's credential, which is sent as text. */
const takesCredential = /^attempt/;

/** What is but a part of a resource. */
const hasNoReload = /Data$|^Client$|^SignUpVerifications$/;

const nouns = {};

/** Names a noun and its rows. They are read when its first object is made. */
export function define(name, fields, own = ownMethods[name]) {
  nouns[name] = { name, fields, methods: '', own };
  // That of a passkey shows besides what the browser makes one of.
  if (name === 'Verification')
    define('PasskeyVerification', fields.replace(':=:pathRoot:', '$&verification') + 'nonce:b:publicKey:;', own);
}

/** Gives a noun's objects methods, named in one text with commas between; before the first object is made. */
export function methods(name, names) {
  nouns[name].methods = names;
}

/** A resource that shows `json`; its methods call `handle.run(index, argument)`. Without JSON it is blank. */
export function create(name, json, handle) {
  const noun = nounOf(name);
  return new noun.Class(noun, json, handle);
}

/** Makes a client show `json` as other resources do. Its class is WebAssembly's, and so is what is nested in it. */
export function showClient(client, json) {
  const noun = nounOf('Client');
  for (const row of noun.rows) {
    if (row.make) row.make = (_, _of, client) => Reflect.get(getPrototypeOf(client), row.name, client);
    row.isOfJson = false;
  }
  show(client, noun, json);
}

function show(resource, noun, json, handle) {
  defineProperty(resource, HIDDEN, { value: { ...RAW, noun, handle, bound: {} }, configurable: true });
  fill(resource, json);
  defineProperties(resource, noun.accessors);
}

/** Replaces the data of a resource. The object stays the same; one that somebody has frozen keeps its scalars. */
export function update(resource, json) {
  changed();
  fill(resource, json);
}

function fill(resource, json) {
  const hidden = resource[HIDDEN];
  const { json: before = {}, made = [] } = hidden;
  hidden.json = isObject(json) ? json : {};
  hidden.made = [];
  for (const row of hidden.noun.rows) {
    const value = read(hidden.json, row);
    if (row.make) {
      // What is made of the same JSON stays the same object: a new token does not make a new user. What points into
      // another row is looked up again.
      const { place } = row;
      if (row.isOfJson && value === read(before, row)) hidden.made[place] = made[place];
    } else {
      const shown = row.rule(value, hidden.json);
      try {
        resource[row.name] = shown;
      } catch {
        // Somebody has frozen it, or made an accessor of it that throws.
      }
    }
  }
}

/** The value behind a row. */
export function read(json, { key, other }) {
  const value = propertyOf(json, key);
  return other ? (value ?? propertyOf(json, other)) : value;
}

/** A noun's rows, read at the first call. */
export function nounOf(name) {
  const noun = nouns[name];
  if (!noun) throw new Error('clerk-wasm is not ready.');
  if (!noun.rows) {
    noun.rows = noun.fields.split(';').slice(0, -1).map(rowOf);
    noun.accessors = Object.fromEntries(noun.rows.filter(row => row.make).map(row => [row.name, accessor(row)]));
    noun.Class = classOf(noun);
  }
  return noun;
}

function rowOf(text, place) {
  const [key, kind, name, other] = text.split(':');
  const row = {
    key,
    kind: kind[0],
    of: kind.slice(1),
    name: name || camelKey(key),
    other,
    place,
    isOfJson: kind[0] !== 'P',
  };
  row.make = lazyRules[row.kind];
  row.rule = row.make ? undefined : row.kind === '=' ? () => key : rules[kind];
  return row;
}

function accessor(row) {
  const { place } = row;
  return {
    enumerable: true,
    configurable: true,
    get() {
      const { made, json } = this[HIDDEN];
      // By number: a name that differs from row to row would cost five times as much.
      const known = made[place];
      return known !== undefined ? known : (made[place] = row.make(read(json, row), row.of, this));
    },
    set(value) {
      this[HIDDEN].made[place] = value;
    },
  };
}

function classOf({ name, methods, own }) {
  const className = name.endsWith('Data') ? name : name + 'Resource';
  const { [className]: Class } = { [className]: class extends (bases[name] ?? Resource) {} };
  const bind = (method, run) =>
    defineProperty(Class.prototype, method, {
      configurable: true,
      // A method taken off its object stays bound to it, and is the same function each time.
      get() {
        const hidden = this[HIDDEN];
        return hidden && (hidden.bound[method] ??= (...args) => run(this, args));
      },
      set(value) {
        this[HIDDEN].bound[method] = value;
      },
    });
  for (const [index, method] of entries(methods ? methods.split(',') : [])) {
    bind(method, ({ [HIDDEN]: hidden }, [given]) => {
      const handle = handleOf(hidden, method);
      if (takesNothing.includes(method)) return handle.run(+index);
      return withPlain(given, params => {
        const credential = takesCredential.test(method) && params?.publicKeyCredential;
        return credential?.response ? runWith(credential, handle, +index, params) : handle.run(+index, params);
      });
    });
  }
  const reload = hasNoReload.test(name) || methods.includes('reload') ? {} : accounts('Any', 'reload');
  for (const [method, run] of entries({ ...reload, ...own })) bind(method, (resource, args) => run(resource, ...args));
  return Class;
}

/** What is there of `found`, without which a method of a resource can do nothing. */
function needed(found, hidden, method) {
  if (!found) throw new Error(`${hidden.noun.Class.name}.${method}() needs a Clerk object.`);
  return found;
}

/** What the methods of a resource call. */
const handleOf = (hidden, method) => needed(hidden.handle, hidden, method);

async function runWith(credential, handle, index, params) {
  const publicKeyCredential = await runFlow('Passkey', 'written', credential);
  return handle.run(index, { ...params, publicKeyCredential });
}

/** A session's token. What was said last is said again while it is good: a cached token costs no way into WebAssembly. */
function getToken({ [HIDDEN]: hidden }, options) {
  const handle = handleOf(hidden, 'getToken');
  if (options === undefined) {
    if (!isGood(hidden.token)) hidden.token = handle.token();
    if (hidden.token) return Promise.resolve(hidden.token.value);
  }
  return askToken(handle, options);
}

async function askToken(handle, options) {
  const answer = await handle.getToken(plain(options));
  return answer?.until ? answer.value : answer;
}

/** The snapshot of a resource that is WebAssembly's. */
export const snapshotOf = (name, json) => snapshot(nounOf(name), isObject(json) ? json : {});

/** The wire's JSON again: all that the server sent, and the initial value of what it did not. */
function snapshot({ name, rows }, json) {
  const out = copy(json);
  for (const row of rows) {
    const { key, kind, of } = row;
    const value = read(json, row);
    if (kind === '=') {
      out.object ??= row.other || name.replace(/\B[A-Z]/g, '_$&').toLowerCase();
      out.id ??= '';
    } else if (row.make && !derived.includes(kind)) {
      const nested = item => snapshot(nounOf(of), isObject(item) ? item : {});
      if (kind === '*') out[key] = items(value).filter(isObject).map(nested);
      else if (kind === '1' || isObject(value)) out[key] = nested(value);
      else if (kind === '?') out[key] = null;
    } else if (!row.make && !derived.includes(kind)) {
      const initial = row.rule(undefined, json);
      const known = value ?? (initial instanceof Date ? null : initial);
      if (known !== undefined) out[key] = known;
    }
  }
  return out;
}

Object.assign(tools, { HIDDEN, accounts, create, define, isObject, toBytes });
