// Numbers and dates as a person reads them.

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 365 * 86400e3],
  ['month', 30 * 86400e3],
  ['day', 86400e3],
  ['hour', 3600e3],
  ['minute', 60e3],
  ['second', 1e3],
];
const relativeFormat = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'long' });

/** "in 6 days", "12 seconds ago", "now". */
export function relative(date, now = Date.now()) {
  const distance = date.getTime() - now;
  if (Number.isNaN(distance)) return 'invalid date';
  const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? [null, 1];
  if (unit === null) return 'now';
  return relativeFormat.format(Math.trunc(distance / size), unit);
}

export const iso = date => (Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString());

/** Bytes in kilobytes of 1,000, as the package registry counts. */
export function bytes(count) {
  if (count < 1000) return `${count} B`;
  return `${(count / 1000).toFixed(count < 100_000 ? 1 : 0)} KB`;
}

export const milliseconds = ms => (ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`);

/** 14:03:27.512 in local time. */
export function clockTime(at) {
  const pad = (number, width = 2) => String(number).padStart(width, '0');
  const date = new Date(at);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`;
}

/** The middle of a long id is the least telling part. */
export function shortId(id) {
  if (typeof id !== 'string' || id.length <= 18) return String(id);
  return `${id.slice(0, 9)}…${id.slice(-5)}`;
}

export function initials(name) {
  const words = name.split(/[\s@._-]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[1]] : [words[0] ?? '?'];
  return letters.map(word => [...word][0].toUpperCase()).join('');
}

export const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
