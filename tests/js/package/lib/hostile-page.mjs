// A page on which one of the browser's interfaces is not what it should be. `spoil` and `visit` run in a page.

/** What the package touches, or might: functions and classes by their path from the global object. */
const FUNCTIONS =
  'BroadcastChannel BroadcastChannel.prototype.postMessage BroadcastChannel.prototype.close ' +
  'AbortController AbortController.prototype.abort WeakRef FinalizationRegistry ' +
  'URL URLSearchParams fetch Headers Response FormData DOMException Event ' +
  'setTimeout clearTimeout setInterval clearInterval requestIdleCallback atob ' +
  'addEventListener removeEventListener dispatchEvent document.addEventListener document.hasFocus ' +
  'navigator.locks.request crypto.getRandomValues history.replaceState ' +
  'localStorage.getItem localStorage.setItem performance.now Intl.DateTimeFormat console.warn ' +
  'Response.prototype.json Headers.prototype.get';

/** The same for what is read. */
const VALUES =
  'document.cookie document.visibilityState navigator navigator.onLine navigator.language navigator.locks crypto crypto.subtle ' +
  'history localStorage sessionStorage indexedDB performance Intl isSecureContext Window ' +
  'AbortController.prototype.signal Response.prototype.status Response.prototype.headers';

/** Steps of `visit()` that cannot do without an interface. They settle all the same. */
export const needs = {
  URL: ['buildSignInUrl', 'request'],
  URLSearchParams: ['request'],
  Headers: ['request'],
};
/** What no request goes without; and without `atob` no key can be read. */
export const everythingNeeds = /^(fetch|Response\.prototype\.(json|status)|atob)$/u;

/** What becomes of it. */
const WAYS = ['absent', 'throws', 'refuses', 'nonsense'];

const pathsOf = text => text.split(' ');
const isFunction = new Set(pathsOf(FUNCTIONS));

/** Every row of the table: what is spoiled, and how. */
export const rows = [...isFunction, ...pathsOf(VALUES)].flatMap(api =>
  WAYS.map(way => ({ api, way, isFunction: isFunction.has(api) })),
);

/** Spoils what the rows say, before any other script of the page runs. What the visit itself needs is kept in `window.real`. */
export function spoil(rows) {
  const { setTimeout, console, DOMException } = window;
  window.real = {
    log: console.log.bind(console),
    late: ms => new Promise(resolve => setTimeout.call(window, resolve, ms, 'late')),
  };
  const boom = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map(trap => [trap, boom]));
  const places = rows.map(({ api }) => {
    const names = api.split('.');
    const name = names.pop();
    return { object: names.reduce((object, name) => object[name], window), name };
  });
  const take = (object, name) => {
    for (let one = object; one; one = Object.getPrototypeOf(one)) delete one[name];
  };
  const put = {
    absent: take,
    throws: (object, name) => Object.defineProperty(object, name, { get: boom, set: boom, configurable: true }),
    refuses: (object, name, isFunction) =>
      Object.defineProperty(object, name, {
        value: isFunction
          ? function () {
              boom();
            }
          : new Proxy({}, traps),
        writable: true,
        configurable: true,
      }),
    nonsense: (object, name, isFunction) =>
      Object.defineProperty(object, name, {
        value: isFunction
          ? function () {
              return { any: 1 };
            }
          : { any: 1 },
        writable: true,
        configurable: true,
      }),
  };
  rows.forEach(({ way, isFunction }, index) => {
    const { object, name } = places[index];
    put[way](object, name, isFunction);
  });
}

/** What a visitor does: how each step ends, and what there is after it. It says so on the console. */
export async function visit({ Clerk, key, emulator, person, limit }) {
  const { real } = window;
  const ends = {};
  const seen = {};
  const end = error => error?.errors?.[0]?.code ?? error?.code ?? String(error);
  let clerk;
  const steps = {
    'new Clerk': () => {
      clerk = new Clerk(key, { proxyUrl: emulator });
      clerk.addListener(() => (seen.heard = (seen.heard ?? 0) + 1));
    },
    load: () => clerk.load(),
    buildSignInUrl: () => clerk.buildSignInUrl(),
    'signIn.create': () =>
      clerk.client.signIn.create({ strategy: 'password', identifier: person.email_address, password: person.password }),
    setActive: () => clerk.setActive({ session: clerk.client.signIn.createdSessionId }),
    getToken: async () => (seen.token = (await clerk.session.getToken()).split('.').length),
    'getToken anew': async () => (seen.other = (await clerk.session.getToken({ skipCache: true })).split('.').length),
    touch: () => clerk.session.touch(),
    reload: () => clerk.client.reload(),
    'user.update': () => clerk.user.update({ lastName: 'L' }),
    request: async () => (seen.status = (await clerk.getFapiClient().request({ path: '/environment' })).status),
    'what there is': () => (seen.user = [clerk.status, clerk.user.firstName, clerk.user.lastName]),
    signOut: () => clerk.signOut(() => {}),
    'who is left': () => (seen.left = [clerk.session, clerk.user]),
  };
  for (const [name, step] of Object.entries(steps)) {
    const done = (async () => step())().then(() => 'done', end);
    ends[name] = await Promise.race([done, real.late(limit)]);
  }
  real.log(`visited ${JSON.stringify({ ends, seen })}`);
}
