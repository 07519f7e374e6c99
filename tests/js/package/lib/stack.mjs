// The package with the stack pointer of its WebAssembly module in sight. An exception that passes through WebAssembly keeps its share of the
// stack, so after each call the pointer has to be where it was.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const GLOBALS = 6;
const EXPORTS = 7;
const GLOBAL = 3;
const NAME = 'stack_pointer';

/** A number of the binary format, and where the next one begins. */
function number(bytes, place) {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[place++];
    value += (byte % 128) * scale;
    if (byte < 128) return [value, place];
  }
}

function written(value) {
  const rest = Math.floor(value / 128);
  return rest ? [(value % 128) + 128, ...written(rest)] : [value];
}

/** The module, which exports its first global besides: the linker puts the stack pointer there. */
function withStackPointer(bytes) {
  const parts = [bytes.subarray(0, 8)];
  for (let place = 8; place < bytes.length; ) {
    const section = bytes[place];
    const [size, start] = number(bytes, place + 1);
    const end = start + size;
    const [count, first] = number(bytes, start);
    const [type, mutability] = bytes.subarray(first);
    // An i32 that can be changed.
    if (section === GLOBALS && (type !== 0x7f || mutability !== 1))
      throw new Error('the first global is no stack pointer');
    if (section === EXPORTS) {
      const own = [NAME.length, ...Buffer.from(NAME), GLOBAL, 0];
      const contents = Buffer.concat([Buffer.from(written(count + 1)), bytes.subarray(first, end), Buffer.from(own)]);
      parts.push(Buffer.from([section, ...written(contents.length)]), contents);
    } else {
      parts.push(bytes.subarray(place, end));
    }
    place = end;
  }
  return Buffer.concat(parts);
}

/** Starts the package; `stack()` is where its stack pointer is. */
export async function shown() {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('clerk-wasm/clerk_wasm_bg.wasm')));
  const { Instance } = WebAssembly;
  let stackPointer;
  WebAssembly.Instance = class extends Instance {
    constructor(...given) {
      super(...given);
      stackPointer = this.exports[NAME];
    }
  };
  try {
    const slim = await import('clerk-wasm/slim');
    slim.initSync(withStackPointer(wasm));
    return { ...slim, stack: () => stackPointer.value };
  } finally {
    WebAssembly.Instance = Instance;
  }
}
