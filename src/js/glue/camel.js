/** Whether a value is an object, and not an array. */
export const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `some_key` and `some-key` as `someKey`. */
export const camelKey = key => key.replace(/[-_]([a-z])/g, (_, letter) => letter.toUpperCase());

const withCamelKeys = (object, inner) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [camelKey(key), inner(value)]));

/** A copy of an object with its own keys in camel case; undefined for anything else. */
export const camelCased = value => (isObject(value) ? withCamelKeys(value, inner => inner) : undefined);

/** A copy of a JSON value with every key in camel case, at every depth. */
export const deepCamelCased = value =>
  Array.isArray(value) ? value.map(deepCamelCased) : isObject(value) ? withCamelKeys(value, deepCamelCased) : value;
