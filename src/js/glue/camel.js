/** A copy of a JSON value with every key in camel case, at every depth; what is falsy is returned as it is. */
export const camelCased = value =>
  Array.isArray(value)
    ? value.map(camelCased)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [camelKey(key), camelCased(inner)]))
      : value;

/** `some_key` and `some-key` as `someKey`. */
export const camelKey = key => key.replace(/[-_]([a-z])/g, (_, letter) => letter.toUpperCase());
