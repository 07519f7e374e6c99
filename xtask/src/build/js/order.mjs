// Puts functions beside those that look most like them, so that brotli finds near by what it has seen before. Names each function by its
// place; `wasm-opt --reorder-functions-by-name` does the rest. Arguments: the module, where the result goes.
import { readFile, writeFile } from 'node:fs/promises';

const [from, to] = process.argv.slice(2);
const bytes = await readFile(from);

const IMPORTS = 2;
const CODE = 10;
/** How many bytes in a row two functions have in common to look alike: 2, 3, 5, 6, 8 and 12 were tried, and gain less. */
const LENGTH = 4;

/** A number of the binary format, which moves `at.place` on. */
function number(at) {
  for (let value = 0, scale = 1; ; scale *= 128) {
    const byte = bytes[at.place++];
    value += (byte % 128) * scale;
    if (byte < 128) return value;
  }
}

function written(value) {
  const rest = Math.floor(value / 128);
  return rest ? [(value % 128) + 128, ...written(rest)] : [value];
}

function contents(wanted) {
  const at = { place: 8 };
  while (at.place < bytes.length) {
    const section = bytes[at.place++];
    const size = number(at);
    if (section === wanted) return at;
    at.place += size;
  }
  throw new Error(`${from} has no section ${wanted}`);
}

function bodies() {
  const at = contents(CODE);
  return Array.from({ length: number(at) }, () => {
    const size = number(at);
    return bytes.subarray(at.place, (at.place += size));
  });
}

/** All imports are functions: wasm-bindgen's memory and table are the module's own. */
const importCount = number(contents(IMPORTS));

/** The runs of bytes that a function has, each once. */
const runsOf = body =>
  new Set(Array.from({ length: Math.max(body.length - LENGTH + 1, 0) }, (_, place) => body.readUInt32LE(place)));

/** The functions' numbers: the largest one first, then always the one that has most in common with the one before. */
function ordered(functions) {
  const runs = functions.map(runsOf);
  const having = new Map();
  runs.forEach((set, index) => set.forEach(run => having.set(run, [...(having.get(run) ?? []), index])));
  const rest = new Set(functions.keys());
  let last = functions.reduce(
    (largest, { length }, index) => (length > functions[largest].length ? index : largest),
    0,
  );
  const order = [];
  while (rest.delete(last)) {
    order.push(last);
    const shared = new Float64Array(functions.length);
    for (const run of runs[last]) for (const index of having.get(run)) shared[index]++;
    const likeness = index => shared[index] / (runs[index].size + runs[last].size + 1);
    let next;
    for (const index of rest) if (next === undefined || likeness(index) > likeness(next)) next = index;
    last = next;
  }
  return order;
}

const functions = bodies();
const order = ordered(functions);
if (order.length !== functions.length) throw new Error('a function was lost while they were ordered');

const named = (index, letter, place) => [
  ...written(index),
  ...written(6),
  ...Buffer.from(letter + String(place).padStart(5, '0')),
];
const places = order.map((index, place) => [index, place]).sort(([a], [b]) => a - b);
const names = [
  ...Array.from({ length: importCount }, (_, index) => named(index, 'a', index)),
  ...places.map(([index, place]) => named(importCount + index, 'f', place)),
].flat();
const listed = [...written(importCount + functions.length), ...names];
const section = [...written(4), ...Buffer.from('name'), 1, ...written(listed.length), ...listed];
await writeFile(to, Buffer.concat([bytes, Buffer.from([0, ...written(section.length), ...section])]));
