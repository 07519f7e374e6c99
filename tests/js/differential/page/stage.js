// The stage in the page: one Clerk object, the calls that a scenario makes on it, and what can be seen of it afterwards.
import { classOf } from './clients.js';
import { dump, dumpError } from './dump.js';

const { recorder } = window;
/** With each step this much time passes, so that what waits for the next tick is done. */
const TICK_MS = 20;
/** Held, so that an object which nobody else holds is not made again as another one. */
const identities = new Map();
let stepNow = 'enter';
const emissions = [];
const unsubscribes = {};
const pending = new Map();
let late = [];
let clerk;
let ClerkClass;
/** What a scenario has put aside, by the name that it gave; `result` is what the latest promise resolved. */
const kept = {};

/** An object is told by the step and the place where it was first seen, so that one more object changes no other's name. */
function identity(value, place) {
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : String(value);
  if (!identities.has(value)) identities.set(value, `${stepNow}: ${place}`);
  return identities.get(value);
}

const root = path => {
  const [first, ...rest] = path.split('.');
  if (first === 'clerk') return [clerk, rest];
  if (first === 'Clerk') return [ClerkClass, rest];
  if (first === 'kept') return [kept, rest];
  if (first === 'window') return [window, rest];
  return [clerk, [first, ...rest]];
};

/** What a path such as `client.sessions.0.id` names; it begins at the Clerk object. */
function at(path) {
  const [start, names] = root(path);
  return names.length ? within(start, names.join('.')) : start;
}

/** An argument of a scenario: JSON in which objects with `$…` stand for what JSON cannot say. */
function argument(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(argument);
  if ('$get' in value) return at(value.$get);
  if ('$url' in value) return new URL(value.$url);
  if ('$form' in value) return formData(value.$form);
  if ('$undefined' in value) return undefined;
  if ('$function' in value) return recorded(value.$function, value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, argument(inner)]));
}

function formData(fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const within = (value, path) => path.split('.').reduce((inner, name) => inner?.[name], value);

/** A callback that keeps what it was called with; with `throws` it throws that text. One that `returns` something is asked too often to tell. */
const recorded =
  (name, { throws, returns, chooses }) =>
  (...args) => {
    if (chooses) return within(args[0], chooses);
    // No callback can tell an argument that is undefined from one that is absent, unless it counts.
    while (args.length && args.at(-1) === undefined) args.pop();
    if (returns === undefined) emissions.push({ callback: name, args: args.map(brief) });
    if (throws) throw new Error(throws);
    return returns;
  };

function brief(arg) {
  if (typeof arg === 'function') return { $: 'function' };
  if (arg && typeof arg === 'object' && 'session' in arg) {
    const { decorateUrl, ...rest } = arg;
    const told = Object.keys(shortly)
      .filter(name => name in arg)
      .map(name => [name, identity(rest[name], `callback ${name}`)]);
    return { ...dump({ ...rest, ...Object.fromEntries(told) }), decorated: decorateUrl && dump(decorateUrl('/next')) };
  }
  return dump(arg);
}

const shortly = {
  client: ({ id, sessions, signIn, signUp, lastActiveSessionId }) => ({
    id,
    lastActiveSessionId,
    sessions: sessions.map(session => session.id),
    signIn: dump(signIn.id),
    signUp: dump(signUp.id),
  }),
  session: session => ({ id: session.id, status: session.status, token: session.lastActiveToken?.getRawString() }),
  user: user => ({ id: user.id }),
  organization: organization => ({ id: organization.id }),
};

/** Objects are told by what they are the same as: what `Clerk` has now, and what the listener was given last. */
function emission(name, resources, before) {
  const entry = { listener: name, status: clerk.status };
  for (const [part, tell] of Object.entries(shortly)) {
    const value = resources[part];
    entry[part] = value
      ? { isCurrent: value === clerk[part], isAsBefore: value === before[part], ...dump(tell(value)) }
      : dump(value);
  }
  emissions.push(entry);
}

const steps = {
  construct({ key, options }) {
    clerk = new ClerkClass(key, argument(options));
    return clerk;
  },
  call({ call, args = [], as }) {
    const names = call.split('.');
    const method = names.pop();
    const target = names.length === 0 ? clerk : at(names.join('.'));
    const value = target[method](...args.map(argument));
    if (as) kept[as] = value;
    return value;
  },
  /** A method without its object, as destructuring gives it. */
  unbound({ unbound, args = [] }) {
    const method = at(unbound);
    return method(...args.map(argument));
  },
  /** Steps that begin one after the other, without waiting. */
  async together({ together }) {
    const outcomes = await Promise.allSettled(together.map(async step => run(step)));
    return outcomes.map(({ status, value, reason }) => (status === 'fulfilled' ? show(value) : dumpError(reason)));
  },
  /** Steps of which each begins as soon as the one before it has ended, and not when all is quiet. */
  async inTurn({ inTurn }) {
    const values = [];
    for (const step of inTurn) values.push(show(await run(step)));
    return values;
  },
  listen({ listen, options, throws, once }) {
    let before = {};
    unsubscribes[listen] = clerk.addListener(resources => {
      emission(listen, resources, before);
      before = { ...resources };
      if (once) unsubscribes[listen]?.();
      if (throws) throw new Error(throws);
    }, options);
  },
  unlisten({ unlisten }) {
    unsubscribes[unlisten]();
  },
  /** Puts a value aside, to be read or called later though it may have been replaced. */
  keep({ keep, as }) {
    kept[as] = at(keep);
  },
  get({ get }) {
    return at(get);
  },
  same({ same: [left, right] }) {
    return at(left) === at(right);
  },
  whole({ whole }) {
    return { whole: dump(at(whole)) };
  },
  json({ json }) {
    return JSON.parse(JSON.stringify(at(json)) ?? 'null');
  },
  dispatch({ dispatch, on = 'window' }) {
    (on === 'document' ? document : window).dispatchEvent(new Event(dispatch));
  },
  set({ set, value }) {
    const names = set.split('.');
    const name = names.pop();
    Object.defineProperty(at(names.join('.')), name, { configurable: true, writable: true, value: argument(value) });
  },
  cookie({ cookie }) {
    document.cookie = cookie;
  },
};

const run = step => steps[Object.keys(steps).find(name => name in step)](step);

/** Starts a step. What it gives is told by `outcome` once all is quiet. */
function start(number, step) {
  stepNow = `step ${number}`;
  const told = { state: 'pending' };
  pending.set(number, told);
  const end = result => {
    Object.assign(told, result);
    if (told.late) late.push({ step: number, ...result });
  };
  let value;
  try {
    value = run(step);
  } catch (error) {
    end({ state: 'threw', error: dumpError(error) });
    return;
  }
  if (!(value instanceof Promise)) {
    end({ state: 'returned', value: show(value) });
    return;
  }
  value.then(
    result => {
      kept.result = result;
      end({ state: 'resolved', value: show(result) });
    },
    error => end({ state: 'rejected', error: dumpError(error) }),
  );
}

/** A resource is told by its identity and id, since the tree shows the rest; of a signal's value what it says itself. */
function show(value) {
  if (typeof value?.fetchStatus === 'string') return dump({ errors: value.errors, fetchStatus: value.fetchStatus });
  if (value === clerk) return { $: 'Clerk' };
  if (value && typeof value === 'object' && 'pathRoot' in value)
    return { $: 'resource', identity: identity(value, 'result'), id: dump(value.id) };
  return dump(value);
}

function outcome(number) {
  const told = pending.get(number);
  pending.delete(number);
  if (told.state === 'pending') told.late = true;
  const { late: _, ...result } = told;
  return result;
}

/** The fields of `Clerk` that both sides have. */
const CLERK_FIELDS = [
  'loaded',
  'status',
  'isSignedIn',
  'instanceType',
  'publishableKey',
  'frontendApi',
  'domain',
  'proxyUrl',
];

function tree() {
  const fields = Object.fromEntries(CLERK_FIELDS.map(name => [name, read(() => clerk[name])]));
  return {
    clerk: fields,
    client: read(() => clerk.client),
    session: read(() => clerk.session?.id),
    user: read(() => clerk.user?.id),
    organization: read(() => clerk.organization),
  };
}

function read(get) {
  try {
    return dump(get());
  } catch (error) {
    return { $: 'threw', is: String(error.message) };
  }
}

function identitiesNow() {
  const { client } = clerk;
  const places = { session: clerk.session, user: clerk.user, client, organization: clerk.organization };
  client?.sessions.forEach((session, index) => {
    Object.assign(places, {
      [`session ${index}`]: session,
      [`token ${index}`]: session.lastActiveToken,
      [`user ${index}`]: session.user,
    });
  });
  client?.signedInSessions.forEach((session, index) => (places[`signed in ${index}`] = session));
  if (client) Object.assign(places, { signIn: client.signIn, signUp: client.signUp });
  return Object.fromEntries(Object.entries(places).map(([place, value]) => [place, identity(value, place)]));
}

const drained = list => list.splice(0);

function cookieWritesNow() {
  const writes = recorder.cookieWrites;
  recorder.cookieWrites = {};
  return writes;
}

/** What can be seen now, and what has happened since the last look. */
function look() {
  const lateNow = late;
  late = [];
  return {
    now: Date.now(),
    late: lateNow,
    fetches: drained(recorder.fetches),
    cookieWrites: cookieWritesNow(),
    navigations: drained(recorder.navigations),
    emissions: drained(emissions),
    tree: clerk ? tree() : null,
    identities: clerk ? identitiesNow() : null,
    storage: { local: { ...localStorage }, session: { ...sessionStorage } },
    console: drained(recorder.console),
    errors: drained(recorder.errors),
  };
}

/** Resolves when what is under way has ended. Looking again and again would cost more than all that is looked at. */
const idle = () => new Promise(resolve => recorder.waiting.push(resolve));

/** Resolves when no request is under way and nothing is left to run; timers stand still. */
async function quiet() {
  let calm = 0;
  while (calm < 6) {
    if (recorder.busy > 0) {
      await idle();
      calm = 0;
    }
    await nextTask();
    calm = recorder.busy === 0 ? calm + 1 : 0;
  }
}

/** Lets time pass, in ms, and what it sets off come to its end; gives the time until the next timer. In a page without a clock of ours it passes by itself. */
async function pass(ms) {
  await window.clock?.tickAsync(ms);
  await quiet();
  const timers = window.clock?.countTimers() ? window.clock.timerHeap.timers : [];
  return Math.min(...timers.map(({ callAt }) => callAt)) - Date.now();
}

const channel = new MessageChannel();
const nextTask = () =>
  new Promise(resolve => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });

window.stage = {
  get clerk() {
    return clerk;
  },
  async prepare(client) {
    ClerkClass = await classOf(client);
  },
  look,
  pass,
  /** Plays a step, or none, and tells what became of it and all that can be seen. */
  async play(begun) {
    if (begun) start(begun.number, begun.step);
    await quiet();
    await pass(TICK_MS);
    // Writing a cookie does not wait for the browser, reading one does: from here on all are seen from outside.
    void document.cookie;
    return { outcome: begun ? outcome(begun.number) : null, ...look() };
  },
};
