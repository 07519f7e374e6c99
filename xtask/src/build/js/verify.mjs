// Imports the assembled package in Node as a user would, and compares what it exports with what it declares.
// Arguments: the package's folder, then the names that the type declarations export, comma-separated.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, declared] = process.argv.slice(2);
const url = file => pathToFileURL(resolve(folder, file)).href;
const types = new Set(declared.split(','));

const index = await import(url('index.js'));
const slim = await import(url('slim.js'));

for (const [name, value] of Object.entries(index)) {
  assert.ok(types.has(name), `${name} is exported, but clerk_wasm.d.ts does not declare it`);
  if (typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value))) {
    assert.equal(value.name, name, `the class ${name} lost its name in the build`);
  }
}
for (const name of types) assert.ok(name in index, `clerk_wasm.d.ts declares ${name}, but it is not exported`);
assert.deepEqual(
  Object.keys(slim).filter(name => name !== 'default' && name !== 'initSync'),
  Object.keys(index),
  'index.js and slim.js must export the same',
);

// `.` works once it is imported; `./slim` says what to do before init(), and works after.
const use = ({ Clerk }) => {
  try {
    new Clerk('pk_test_Zm9vLmV4YW1wbGUuY29tJA');
  } catch (error) {
    return error.message;
  }
  return 'it works';
};
assert.equal(use(index), 'it works');
assert.match(use(slim), /^clerk-wasm is not ready/);
await slim.default(await readFile(resolve(folder, 'clerk_wasm_bg.wasm')));
assert.equal(use(slim), 'it works');
