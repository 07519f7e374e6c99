// Who hears of changes: listeners of what is signed in, handlers of the status, and the page's own hooks.

import { emission } from './current.js';
import { changed } from './epoch.js';
import { ClerkRuntimeError } from './errors.js';
import { hooksOf, takeClient } from './hidden.js';

/** @import { Clerk } from 'clerk-wasm' */

const idle = { error: null, fetchStatus: 'idle' };

/** What a Clerk object begins with. */
export const nobodyHears = () => ({
  handlers: {},
  listeners: [],
  navigationListeners: [],
  told: { SignIn: idle, SignUp: idle, Waitlist: idle },
});

/** Calls what the application has given. What it throws is an unhandled rejection: the browser reports it, and nobody else is disturbed. */
function call(act, value) {
  try {
    return act(value);
  } catch (thrown) {
    void Promise.reject(thrown);
  }
}

/** What a method was given; an error of the method `what` where it is no function. */
export function asFunction(given, what) {
  if (typeof given !== 'function') throw new TypeError(`${what} takes a function.`);
  return given;
}

const isOlder = (before, now) => before.updatedAt < now.updatedAt;
const firstDate = ({ organizationMemberships: [first] }) => first?.updatedAt;
const rawToken = ({ lastActiveToken }) => lastActiveToken?.getRawString();

function hasOtherMemberships(before, now) {
  const isLonger = before.organizationMemberships.length !== now.organizationMemberships.length;
  return isLonger || firstDate(before) !== firstDate(now);
}

const isOtherUser = (before, now) => before.id !== now.id || isOlder(before, now) || hasOtherMemberships(before, now);

const permissionsIn = ({ user }, id) =>
  user.organizationMemberships.find(({ organization }) => organization.id === id)?.permissions.length;

function isOtherSession(before, now) {
  const { lastActiveOrganizationId: id } = before;
  return (
    before.id !== now.id ||
    isOlder(before, now) ||
    rawToken(before) !== rawToken(now) ||
    id !== now.lastActiveOrganizationId ||
    permissionsIn(before, id) !== permissionsIn(now, id) ||
    isOtherUser(before.user, now.user)
  );
}

/** Whether a listener is to get another object: what these do not see, such as the order of a list, is no news. */
const isOther = {
  client: (before, now) =>
    before.id !== now.id || isOlder(before, now) || before.sessions.length !== now.sessions.length,
  session: isOtherSession,
  user: isOtherUser,
  organization: () => true,
};

/** What there is now, with the objects from before where nothing in them is news. */
const renewed = (before, now) =>
  Object.fromEntries(
    Object.entries(now).map(([name, value]) => [
      name,
      before[name] && value && !isOther[name](before[name], value) ? before[name] : value,
    ]),
  );

function remembering(listener) {
  let known;
  return resources => {
    known = renewed(known ?? resources, resources);
    call(listener, known);
  };
}

/** Whether somebody listens. The emission that nobody hears is made when somebody asks for it. */
export function isHeard(hooks) {
  hooks.emitted = undefined;
  hooks.hasEmitted = true;
  return hooks.listeners.length > 0;
}

export function emit(hooks, client, session) {
  hooks.emitted = emission(client, session);
  for (const listener of hooks.listeners) if (hooks.listeners.includes(listener)) call(listener, hooks.emitted);
}

/** The id of the session that the application chooses; undefined where it leaves that to the client. */
export const selectInitialSession = ({ options }, client) =>
  call(chosen => {
    const { selectInitialSession: select } = options;
    return select && (select(chosen)?.id ?? null);
  }, client);

export function statusChanged({ handlers }, status) {
  for (const handler of handlers.status ?? []) if (handlers.status.includes(handler)) call(handler, status);
}

/**
 * Tells who waits on this page for any Clerk object, such as the `getToken()` of `@clerk/shared`.
 * @param {Clerk} clerk
 * @param {Promise<void>} loading
 */
export async function tellReady(clerk, loading) {
  try {
    await loading;
    if (clerk.loaded) globalThis.__clerk_internal_ready?.__resolve?.(clerk);
  } catch {
    globalThis.__clerk_internal_ready?.__reject?.(
      new ClerkRuntimeError('Clerk failed to initialize.', { code: 'clerk_init_failed' }),
    );
  }
}

/** Runs a call of a noun's custom-flow API, while its signal tells how that goes. */
export async function following({ told }, noun, run) {
  const tell = (error, fetchStatus) => {
    told[noun] = { error, fetchStatus };
    changed();
  };
  let { error } = told[noun];
  tell(null, 'fetching');
  try {
    const answer = await run();
    ({ error } = answer);
    return answer;
  } finally {
    tell(error, 'idle');
  }
}

/** Adds a listener to one of the lists; gives what takes it off. A new list each time: the one that is being called stays as it is. */
function subscribed(hooks, list, listener) {
  hooks[list] = [...hooks[list], listener];
  return () => {
    hooks[list] = hooks[list].filter(other => other !== listener);
  };
}

/**
 * What a Clerk object has of all this.
 * @satisfies {Partial<Clerk> & ThisType<Clerk>}
 */
export const eventMethods = {
  addListener(listener, options) {
    const hooks = hooksOf(this);
    const told = remembering(asFunction(listener, 'clerk.addListener()'));
    const unsubscribe = subscribed(hooks, 'listeners', told);
    if (this.client && !options?.skipInitialEmit) told(emission(this.client, this.session));
    return unsubscribe;
  },
  __internal_addNavigationListener(listener) {
    return subscribed(
      hooksOf(this),
      'navigationListeners',
      asFunction(listener, 'clerk.__internal_addNavigationListener()'),
    );
  },
  on(event, handler, options) {
    const { handlers } = hooksOf(this);
    handlers[event] = [...(handlers[event] ?? []), asFunction(handler, 'clerk.on()')];
    if (options?.notify && event === 'status') call(handler, this.status);
  },
  off(event, handler) {
    const { handlers } = hooksOf(this);
    const kept = handlers[event] ?? [];
    const place = handler ? kept.indexOf(handler) : -1;
    // A new list, as above.
    handlers[event] = handler ? kept.filter((_, index) => index !== place) : [];
  },
  updateClient(client, options) {
    // The one that is here has its data already. What is no client is refused by Rust.
    const isClient = client?.signedInSessions;
    const json = isClient ? (client === this.client ? null : client.__internal_toSnapshot()) : /** @type {any} */ (0);
    takeClient(this, json, !!options?.__internal_dangerouslySkipEmit);
  },
};
