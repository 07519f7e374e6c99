// What the scripts of the tests have: the modules that are beside them.
import { readFileSync } from 'node:fs';

const file = name => new WebAssembly.Module(readFileSync(new URL(name, import.meta.url)));
/** What the host was called with: names and values. */
export const notes = [];
const hostModule = new Proxy({}, { get: (_, name) => value => void notes.push([name, value]) });
const host = new Proxy({}, { get: () => hostModule });
const instantiate = (name, imports) => new WebAssembly.Instance(file(name), imports).exports;

export const whole = () => instantiate('whole.wasm', host);
export const first = instantiate('first.wasm', host);
/** Brings the second part. */
export const arrive = () =>
  instantiate('second.wasm', new Proxy({}, { get: (_, name) => (name === 'first' ? first : hostModule) }));
export const text = (address, length) => Buffer.from(first.memory.buffer, address, length).toString();
/** The message of what was thrown. */
export const caught = call => {
  try {
    return call();
  } catch (error) {
    return error.message;
  }
};
export const exportsOf = name => WebAssembly.Module.exports(file(name)).map(({ name }) => name);
export const importsOf = name => WebAssembly.Module.imports(file(name)).map(({ module, name }) => `${module}.${name}`);
