// The signals of `clerk.__internal_state`: what the hooks of frameworks show of the attempts, and how they hear that it is another.

import { camelKey } from './camel.js';
import { watch } from './epoch.js';
import { isClerkAPIResponseError, isClerkRuntimeError } from './errors.js';
import { following } from './events.js';
import { HIDDEN, hooksOf } from './hidden.js';
import { create, update } from './resource.js';

/** The fields of each noun that an error may be about. */
const FIELDS = {
  SignIn: 'identifier password code',
  SignUp: 'firstName lastName emailAddress phoneNumber password username code captcha legalAccepted',
  Waitlist: 'emailAddress',
};

/** What the computation that runs has read, with the values that it got. */
let reads;

function computation(run) {
  const outer = reads;
  const own = (reads = new Map());
  try {
    return { value: run(), reads: own };
  } finally {
    reads = outer;
  }
}

const isStale = known => [...known.reads].some(([read, value]) => read() !== value);

/** Gives what `run` does, which runs again when what it has read is another. */
function computed(run) {
  let known;
  const read = () => {
    if (!known || isStale(known)) known = computation(run);
    reads?.set(read, known.value);
    return known.value;
  };
  return read;
}

/** Runs at once, and again after each change of what it has read; gives what ends it. */
function effect(run) {
  let known = computation(run);
  return watch(() => {
    if (isStale(known)) known = computation(run);
  });
}

/** Gives the same value as long as its parts are the same. */
function signal(partsOf, make) {
  let parts;
  let value;
  const read = () => {
    const now = partsOf();
    if (!parts || now.some((part, place) => part !== parts[place])) value = make(...(parts = now));
    reads?.set(read, value);
    return value;
  };
  return read;
}

/** An error that is asked for its kind itself, unless it takes no methods: anything can be thrown. */
const telling = error => {
  try {
    return Object.assign(error, {
      isClerkAPIResponseError: (given = error) => isClerkAPIResponseError(given),
      isClerkRuntimeError: (given = error) => isClerkRuntimeError(given),
    });
  } catch {
    return error;
  }
};

/** An error by the fields that it is about; as a whole where it is about none. */
function errorsOf(noun, error) {
  const fields = Object.fromEntries(FIELDS[noun].split(' ').map(name => [name, null]));
  if (!error) return { fields, raw: null, global: null };
  const errors = isClerkAPIResponseError(error) ? (error.errors ?? []) : [];
  const named = errors.filter(({ meta }) => typeof meta?.paramName === 'string');
  if (!named.length) return { fields, raw: [error], global: [telling(error)] };
  for (const one of named) {
    const name = camelKey(one.meta.paramName);
    if (Object.hasOwn(fields, name)) fields[name] = one;
  }
  return { fields, raw: errors, global: null };
}

/** An attempt that is complete stays the one that is shown, until it is finalized or reset. */
const isKept = (shown, next) => shown && !next?.id && shown.__internal_future.canBeDiscarded === false;

function signalOf(clerk, told, noun, name) {
  let shown;
  const parts = () => {
    const next = clerk.client?.[name];
    if (!isKept(shown, next)) shown = next;
    return [told[noun], shown, shown?.[HIDDEN].json];
  };
  return signal(parts, ({ error, fetchStatus }, attempt) => ({
    errors: errorsOf(noun, error),
    fetchStatus,
    [name]: attempt?.__internal_future ?? null,
  }));
}

/** Somebody on the waitlist, or who is not there yet, and can say so. */
export function joinable(clerk, waitlist) {
  const join = async params => {
    try {
      const entry = await clerk.joinWaitlist(params);
      update(waitlist, entry[HIDDEN].json);
      return { error: null };
    } catch (error) {
      return { error };
    }
  };
  return Object.defineProperty(waitlist, 'join', {
    value: params => following(hooksOf(clerk), 'Waitlist', () => join(params)),
  });
}

export function newState(clerk) {
  const { told } = hooksOf(clerk);
  const waitlist = joinable(clerk, create('Waitlist'));
  return {
    signInSignal: signalOf(clerk, told, 'SignIn', 'signIn'),
    signUpSignal: signalOf(clerk, told, 'SignUp', 'signUp'),
    waitlistSignal: signal(
      () => [told.Waitlist, waitlist[HIDDEN].json],
      ({ error, fetchStatus }) => ({ errors: errorsOf('Waitlist', error), fetchStatus, waitlist }),
    ),
    __internal_effect: effect,
    __internal_computed: computed,
    __internal_waitlist: waitlist,
  };
}
