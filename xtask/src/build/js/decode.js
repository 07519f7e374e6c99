// A module as the text of a script: each byte is a character, masked so that the frequent ones are one byte of UTF-8 each.

const MASK = 118;
const MAGIC = '\0asm';

/**
 * The bytes of a module.
 * @throws {Error} When the script was not read as it was written: served, or saved, in another encoding.
 */
export function decode(text, length) {
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place) ^ MASK;
  if (text.length !== length || MAGIC !== String.fromCharCode(...bytes.subarray(0, 4)))
    throw new Error(
      'a script of clerk-wasm was not read as UTF-8, so that the WebAssembly in it is spoiled: serve it as `text/javascript; charset=utf-8`.',
    );
  return bytes;
}
