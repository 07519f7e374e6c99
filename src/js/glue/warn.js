const warned = new Set();

/**
 * Says something on the console, once.
 * @param {string} text
 * @returns {undefined}
 */
export function warn(text) {
  if (warned.size < warned.add(text).size) console.warn(`Clerk: ${text}`);
}
