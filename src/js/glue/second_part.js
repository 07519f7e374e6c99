// The second part of the package: what no page needs to start. It comes by one `import()`, when the page is idle after `load()`, or when
// it is first needed.

import { undefinedIfThrown } from '../../platform/browser/page.js';
import { unavailable } from './errors.js';
import { tools } from './lazy.js';

/** How long to wait before the part is asked for again that nobody waits for, in ms: twice as long each time, up to the longest. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

let load;
let part;
let loading;
/** The calls that wait for the part, in the order in which they were made. */
const waiting = [];

/** The entry says how the part is loaded, and what it is given of this one. */
export const loadsSecondBy = (get, given) => {
  load = async () => (await get()).begin(tools, ...given());
};

const ask = () => {
  if (!loading) loading = load().then(arrived, failed);
};

/**
 * Calls `run` with the second part: at once where it is here, else when it has come. `begins` says when it is asked for, unless a later call
 * has it asked for before.
 * @throws {ClerkRuntimeError} `second_part_unavailable` when it cannot be loaded; the next call tries again.
 */
export const withSecond = (run, begins = act => act()) =>
  part && !waiting.length
    ? run(part)
    : new Promise((resolve, reject) => {
        waiting.push({ run, resolve, reject });
        begins(ask);
      });

function arrived(methods) {
  part = methods;
  for (let call = waiting[0]; call; waiting.shift(), call = waiting[0]) {
    try {
      call.resolve(call.run(part));
    } catch (error) {
      call.reject(error);
    }
  }
}

function failed(cause) {
  loading = undefined;
  for (const { reject } of waiting.splice(0)) reject(unavailable('second', 'second_part', cause));
}

/** A program in Node may end before. */
const idle = act =>
  undefinedIfThrown(() => requestIdleCallback(act, { timeout: FIRST_PAUSE })) ??
  /** @type {any} */ (setTimeout(act)).unref?.();

/**
 * Calls `run` with the second part, for which nobody waits, once it is here, and before any call that is made from now on. It begins to load
 * when the page has nothing else to do. What `run` throws is an unhandled rejection, and is not tried again.
 */
export async function onceSecondIsHere(run, pause = FIRST_PAUSE, begins = idle) {
  let isHere = false;
  try {
    await withSecond(methods => {
      isHere = true;
      return run(methods);
    }, begins);
  } catch (error) {
    if (isHere) throw error;
    const later = act => untilOnline(pause).then(() => idle(act));
    void onceSecondIsHere(run, Math.min(pause * 2, LONGEST_PAUSE), later);
  }
}

/** Waits, until the network returns at most. */
const untilOnline = pause =>
  new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
    const end = () => {
      undefinedIfThrown(() => removeEventListener('online', end));
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, pause);
    // A program in Node may end.
    /** @type {any} */ (timer).unref?.();
    undefinedIfThrown(() => addEventListener('online', end));
  });

/** Gives a class methods of the second part, by the names of its methods. */
export function addSecond(Class, kind, names) {
  for (const name of names.split(' ')) {
    Class.prototype[name] = function (...given) {
      return withSecond(methods => methods[kind][name].apply(this, given));
    };
  }
}

/** What objects are registered with for what they hold to be freed, once they are collected; nothing is where no engine tells of that. */
export function freed(name) {
  const registry = undefinedIfThrown(() => new FinalizationRegistry(pointer => void free(name, pointer)));
  return { register: (object, pointer) => undefinedIfThrown(() => registry.register(object, pointer)) };
}

async function free(name, pointer) {
  try {
    await withSecond(({ frees }) => frees[name](pointer));
  } catch {
    // It stays where it is: nobody is left who could be told.
  }
}
