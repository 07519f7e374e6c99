// What `browser.rs` asks of a JSON value, each in one call. The value may be an application's own object, whose getters, proxies and
// `toJSON` throw, and no exception may pass through WebAssembly: it would keep its share of the stack there, and leave the call that it
// broke off pending. So none of these functions throws, and each gives a value of its own kind: what cannot be read is absent.

import { decodeBase64 } from '../encoding/base64/browser.js';

const tried = (read, otherwise) => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

const isTree = value => typeof value === 'object' && value !== null;

/** The one that is called all the time: without a function of its own to try. */
export const get = (value, key) => {
  try {
    return isTree(value) ? value[key] : undefined;
  } catch {}
};
/** By definition: `object.__proto__ = value` would make the value its prototype. */
export const put = (object, key, value) => {
  const own = { __proto__: null, value, writable: true, enumerable: true, configurable: true };
  Object.defineProperty(object, key, own);
};
/** At once where it can be: put in one by one, thirty properties take ten times as long. */
export const copy = value => {
  try {
    return { ...(isObject(value) && value) };
  } catch {
    return Object.fromEntries(keys(value).map(key => [key, get(value, key)]));
  }
};
export const keys = value => tried(() => (isObject(value) ? Object.keys(value) : []), []);
/** In an array of ours: of a proxy each element, and the length, may be another at each time. */
export const items = value =>
  tried(() => (Array.isArray(value) ? Array.from({ length: value.length }, (_, place) => get(value, place)) : []), []);
export const placeOf = (list, id, guess) =>
  tried(() => {
    if (get(get(list, guess), 'id') === id) return guess;
    const length = Array.isArray(list) ? list.length : 0;
    for (let place = 0; place < length; place++) if (get(list[place], 'id') === id) return place;
    return -1;
  }, -1);
export const at = (list, place) => (isArray(list) ? get(list, place) : undefined);
/** Of a proxy that was revoked even this question throws. */
export const isArray = value => tried(() => Array.isArray(value), false);
export const isObject = value => isTree(value) && tried(() => !Array.isArray(value), false);
/** A token's part is decoded on its way: as a text of Rust's it would be copied there and back. */
export const parse = (text, isBase64) => tried(() => JSON.parse(isBase64 ? decodeBase64(text) : text));
/** A cycle, or a number that JSON does not have, as JavaScript writes it. */
export const stringify = value => tried(() => JSON.stringify(value) ?? '') ?? tried(() => String(value), '');
export const field = value => (typeof value === 'string' ? value : stringify(value));
