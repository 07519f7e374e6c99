import { get, isObject, keys, put } from '../../json/browser.js';
import { copied } from './given.js';

export { isObject };

/** `some_key` and `some-key` as `someKey`. */
export const camelKey = key => key.replace(/[-_]([a-z])/g, (_, letter) => letter.toUpperCase());

/** A copy of an object with its own keys in camel case; undefined for anything else. */
export function camelCased(value) {
  if (!isObject(value)) return;
  const object = {};
  for (const key of keys(value)) put(object, camelKey(key), get(value, key));
  return object;
}

/** A copy of a JSON value with every key in camel case, at every depth; `otherwise` for one that throws when it is read. */
export function deepCamelCased(value, otherwise = null) {
  try {
    return copied(value, camelKey);
  } catch {
    return otherwise;
  }
}
