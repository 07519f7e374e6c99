// wasm-bindgen's classes keep a pointer in `__wbg_ptr`, show no fields and lose `this` when a method is taken off them.
// An adopted class is like any other resource: its fields are the object's own, its methods stay bound, and the pointer
// is not seen.

import { androidClient, backendClient } from './backend.js';
import { organizationOf, userOf } from './current.js';
import { epoch } from './epoch.js';
import { eventMethods, tellReady } from './events.js';
import { frameworkGetters, frameworkMethods } from './framework.js';
import { plain, withPlain } from './given.js';
import { HIDDEN, hooksOf, instanceOf, KEPT, OWN, RAW } from './hidden.js';
import { flows, WALLETS } from './lazy.js';
import { pageMethods } from './pages.js';
import { fapiClient } from './requests.js';
import { accounts, snapshotOf } from './resource.js';
import { joinable } from './signals.js';
import { start } from './start.js';
import { urlWithAuth } from './urls.js';

/** @import { ClientResource, Clerk } from 'clerk-wasm' */

const { defineProperties, defineProperty, entries, getOwnPropertyDescriptors } = Object;

const clerkFlows = {
  ...flows(
    'Clerk',
    'handleRedirectCallback handleGoogleOneTapCallback __internal_handleResourceCallback __internal_resumeAfterProtectCheck ' +
      'handleEmailLinkVerification authenticateWithGoogleOneTap ' +
      WALLETS,
  ),
  ...accounts('Clerk', 'createOrganization getOrganization'),
};

/** Prepares the classes of the package; its entries call this before anything else. */
export function prepare({ Clerk, ClientResource, clientFromJSON }) {
  const getters = /** @type {any} */ ({});
  // Applications see no method of WebAssembly's but by one that is named below.
  const own = /** @type {any} */ ({});
  for (const [name, { get, value }] of entries(getOwnPropertyDescriptors(Clerk.prototype))) {
    if (get) getters[name] = get;
    else if (name !== 'constructor') {
      own[name] = value;
      delete Clerk.prototype[name];
    }
  }
  const fields = { ...getters, ...facts, ...follows };
  Object.assign(
    Clerk.prototype,
    /** @satisfies {Partial<Clerk> & ThisType<Clerk> & Record<symbol, unknown>} */ ({
      ...pageMethods,
      ...eventMethods,
      ...frameworkMethods,
      [OWN]: own,
      handleUnauthenticated: own.handleUnauthenticated,
      /** Made once for each Clerk object. */
      getFapiClient() {
        return (this[KEPT].fapiClient ??= fapiClient(hooksOf(this), own.request.bind(this)));
      },
      __internal_onBeforeRequest(hook) {
        this.getFapiClient().onBeforeRequest(hook);
      },
      __internal_onAfterResponse(hook) {
        this.getFapiClient().onAfterResponse(hook);
      },
      setProtectAssertion(assertion) {
        hooksOf(this).assertion = assertion;
      },
      load(given) {
        return withPlain(given, options => {
          if (options && !this.loaded) hooksOf(this).options = options;
          if (options?.sdkMetadata) Clerk.sdkMetadata = options.sdkMetadata;
          const loading = start(this, own, options);
          void tellReady(this, loading);
          return loading;
        });
      },
      buildUrlWithAuth(to) {
        return urlWithAuth(to, own.devToken.call(this), instanceOf(this));
      },
      async joinWaitlist(params) {
        return joinable(this, await own.joinWaitlist.call(this, params));
      },
      async setActive(given) {
        await own.setActive.call(this, plain(given));
      },
      async signOut(...given) {
        await own.signOut.apply(this, given.map(plain));
      },
    }),
  );
  for (const [name, get] of entries(frameworkGetters)) {
    defineProperty(Clerk.prototype, name, {
      configurable: true,
      get() {
        return get(this);
      },
    });
  }
  // One application has one SDK, however many Clerk objects.
  defineProperty(Clerk.prototype, 'sdkMetadata', {
    configurable: true,
    get: () => Clerk.sdkMetadata,
    set(metadata) {
      Clerk.sdkMetadata = metadata;
    },
  });
  for (const [name, run] of entries(clerkFlows)) {
    Clerk.prototype[name] = function (...given) {
      return run(this, ...given);
    };
  }
  Object.assign(ClientResource.prototype, {
    __internal_toSnapshot() {
      return snapshotOf('Client', this[HIDDEN].json);
    },
    toBackend() {
      return backendClient(this[HIDDEN].json);
    },
    toAndroid() {
      return androidClient(this[HIDDEN].json);
    },
  });
  adopt(Clerk, Object.fromEntries(entries(fields).map(([name, get], place) => [name, kept(get, place)])));
  adopt(ClientResource, { signedInSessions: field(signedInSessions) });
  // Aliases are not shown beside what they name.
  for (const name of ['signIn', 'signUp']) {
    defineProperty(ClientResource.prototype, name + 'Attempt', {
      configurable: true,
      get() {
        return this[name];
      },
    });
  }
  // wasm-bindgen cannot export a static method beside a method of the same name.
  ClientResource.fromJSON = clientFromJSON;
}

/** What never changes, in the order in which Rust gives it. */
const facts = Object.fromEntries(
  ['publishableKey', 'frontendApi', 'instanceType', 'domain', 'proxyUrl', 'version'].map((name, place) => [
    name,
    /** @this {any} */ function () {
      return this[OWN].facts.call(this)[place];
    },
  ]),
);

/** @satisfies {ThisType<Clerk>} */
const follows = {
  loaded() {
    return ['ready', 'degraded'].includes(this.status);
  },
  user() {
    return userOf(this.session);
  },
  organization() {
    return organizationOf(this.session);
  },
  isSignedIn() {
    return !!this.session && this.session.status !== 'pending';
  },
};

/** @this {ClientResource} */
function signedInSessions() {
  return this.sessions.filter(({ status }) => status === 'active' || status === 'pending');
}

const field = get => ({ get, enumerable: true, configurable: true });

/** A field whose value is kept until something changes: every call into WebAssembly costs its time. */
const kept = (get, place) =>
  field(
    /** @this {any} */ function () {
      const { [KEPT]: known } = this;
      // In place: setting it anew would be a change to Vue.
      if (known.epoch !== epoch) Object.assign(known, { epoch, values: [] });
      const value = known.values[place];
      return value !== undefined ? value : (known.values[place] = get.call(this));
    },
  );

/** Makes the objects of a wasm-bindgen class look and behave like the resources of clerk-js. */
function adopt({ prototype }, fields) {
  for (const [name, { value }] of entries(getOwnPropertyDescriptors(prototype))) {
    if (!value || name === 'constructor') continue;
    defineProperty(prototype, name, {
      configurable: true,
      get() {
        const bound = value.bind(this);
        if (this !== prototype) define(this, name, bound);
        return bound;
      },
      set(replacement) {
        define(this, name, replacement);
      },
    });
  }
  defineProperty(prototype, '__wbg_ptr', {
    configurable: true,
    set(pointer) {
      define(this, '__wbg_ptr', pointer);
      define(this, KEPT, { ...RAW });
      defineProperties(this, fields);
    },
  });
}

/** A frozen object stays as it is. */
const define = (object, name, value) =>
  Reflect.defineProperty(object, name, { value, writable: true, configurable: true });
