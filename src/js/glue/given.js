// What callers give. It is read before WebAssembly is entered: an exception of theirs may not pass through that.

import { put } from '../../json/browser.js';

const { getPrototypeOf, keys } = Object;
const { isArray } = Array;

/** An empty array or object for a value to be copied into; undefined for what is none of JSON's, such as a Date, a FormData or an instance of a class. */
function emptyLike(value) {
  if (typeof value !== 'object' || value === null) return;
  if (isArray(value)) return Object.assign([], { length: value.length });
  const prototype = getPrototypeOf(value);
  // That of another frame's objects has no prototype either.
  if (prototype === null || getPrototypeOf(prototype) === null) return {};
}

/**
 * A copy of a tree of plain objects and arrays, which has everything else as it is. It takes no more stack for a deeper tree, and a cycle
 * is one in the copy.
 * @param {(key: string) => string} [keyOf] What a key is called in the copy.
 */
export function copied(value, keyOf = key => key) {
  if (typeof value !== 'object') return value;
  const copies = new Map();
  const trees = [];
  const copyOf = value => {
    const known = copies.get(value);
    if (known) return known;
    const copy = emptyLike(value);
    if (!copy) return value;
    copies.set(value, copy);
    trees.push([value, copy]);
    return copy;
  };
  const copy = copyOf(value);
  for (const [from, to] of trees) {
    for (const key of keys(from)) put(to, isArray(to) ? key : keyOf(key), copyOf(from[key]));
  }
  return copy;
}

/**
 * A caller's argument, read once: plain objects and arrays are copied at every depth, and everything else is the same (an AbortSignal, a
 * FormData, a Date, a function, an instance of a class). What a getter or a proxy of theirs throws is thrown here.
 *
 * Every method that hands an argument to WebAssembly calls this first. One that gives a promise rejects it: `async method(params) {
 * return inner.call(this, plain(params)) }`.
 */
export const plain = value => copied(value);

/** Calls `run`, which gives a promise, with an argument read once. What its getters throw rejects. */
export function withPlain(given, run) {
  let params;
  try {
    params = plain(given);
  } catch (thrown) {
    return Promise.reject(thrown);
  }
  return run(params);
}
