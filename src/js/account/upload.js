// Pictures: a file goes out as a form, the text of a data URL as it is, and null takes away what is there.

import { DELETE, PICTURE } from './row.js';

const octets = { 'Content-Type': 'application/octet-stream' };

function initOf({ file }) {
  if (file === null) return;
  if (typeof file === 'string') return { body: file, headers: octets };
  const body = new FormData();
  body.append('file', file);
  return { body };
}

/** The row of a method that takes a picture. */
export const uploaded = (method, path, gives) => ({
  method: ({ file }) => (file === null ? DELETE : method),
  takes: PICTURE,
  path,
  init: initOf,
  gives,
});
