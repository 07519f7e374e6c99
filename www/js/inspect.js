// Says what a JavaScript value is: its type as the runtime knows it, and a line of text.
import { iso, relative, shortId } from './format.js';

const className = value => value?.constructor?.name || 'Object';

/** The runtime's type, with arrays naming what they hold: `Array(2) of SessionResource`. */
export function typeName(value) {
  if (value === null) return 'null';
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) {
    const kinds = [...new Set(value.map(item => (typeof item === 'object' ? className(item) : typeof item)))];
    return kinds.length > 0 ? `Array(${value.length}) of ${kinds.join(' | ')}` : `Array(${value.length})`;
  }
  if (typeof value === 'object') return className(value);
  return typeof value;
}

/** The value in one line. Dates carry both forms; resources show their id and status. */
export function valueText(value) {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Date) return `${iso(value)} · ${relative(value)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[${value.map(item => (item?.id ? shortId(item.id) : valueText(item))).join(', ')}]`;
  }
  if (typeof value === 'object') {
    if (!('id' in value) && !('status' in value)) return jsonText(value);
    return `id ${value.id ? value.id : 'none'} · status ${value.status ?? 'null'}`;
  }
  return String(value);
}

export function jsonText(value) {
  try {
    return JSON.stringify(redact(value), null, 2) ?? String(value);
  } catch (error) {
    return `not serializable: ${error.message}`;
  }
}

// A snapshot holds session tokens: they are credentials, and a page that gets projected should not show one.
function redact(value) {
  if (Array.isArray(value)) return value.map(redact);
  if (value === null || typeof value !== 'object' || typeof value.toJSON === 'function') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'jwt' && item ? '(hidden)' : redact(item)]),
  );
}
