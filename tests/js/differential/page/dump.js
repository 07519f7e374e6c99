// Values as JSON that keeps what JSON loses: undefined, dates, URLs, errors, what is a number and what is text.

/** Members of clerk-js's objects that its published types do not have. */
const INTERNAL = /^(_|signUpAttempt$|signInAttempt$|cachedSessionsWithActivities$)/;

const isObject = value => typeof value === 'object' && value !== null;

/** A value as JSON. An object that was told before is told by its path; functions are left out. */
export function dump(value, told = new Map(), path = '') {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', is: String(value) };
  if (typeof value === 'bigint' || typeof value === 'symbol') return { $: typeof value, is: String(value) };
  if (!isObject(value)) return value;
  if (value instanceof Date) return { $: 'Date', is: value.getTime() };
  if (value instanceof URL) return { $: 'URL', is: value.href };
  if (value instanceof Headers)
    return { $: 'Headers', is: Object.fromEntries([...value].filter(([name]) => !name.startsWith('clerk-emulator-'))) };
  if (value instanceof Error) return dumpError(value);
  if (told.has(value)) return { $: 'same', is: told.get(value) };
  told.set(value, path);
  if (Array.isArray(value)) return value.map((item, index) => dump(item, told, `${path}.${index}`));
  return Object.fromEntries(
    members(value)
      .map(name => [name, dump(read(value, name), told, `${path}.${name}`)])
      .filter(([, is]) => is?.$ !== 'undefined'),
  );
}

function read(value, name) {
  try {
    const is = value[name];
    return typeof is === 'function' ? undefined : is;
  } catch (error) {
    return { threw: String(error.message) };
  }
}

/** Own enumerable members, and the getters of the classes above. */
function members(value) {
  const names = new Set(Object.keys(value));
  for (
    let proto = Object.getPrototypeOf(value);
    proto && proto !== Object.prototype;
    proto = Object.getPrototypeOf(proto)
  ) {
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
      if (get && name !== '__proto__') names.add(name);
    }
  }
  return [...names].filter(name => !INTERNAL.test(name)).sort();
}

/** What a caller can tell of an error. */
export function dumpError(error) {
  if (!(error instanceof Error)) return { $: 'thrown', is: dump(error) };
  const { name, message, code, status, errors, longMessage, retryAfter, clerkTraceId, clerkError } = error;
  const fields = { kind: error.constructor.kind, code, status, longMessage, retryAfter, clerkTraceId, clerkError };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { $: 'Error', name, message, ...known, ...(errors && { errors: dump(errors) }) };
}
