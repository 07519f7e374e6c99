// What the scripts of the tests have: the modules that are beside them.
import { readFileSync } from 'node:fs';

const file = name => new WebAssembly.Module(readFileSync(new URL(name, import.meta.url)));
/** What the host was called with: names and values. */
const notes = [];
const hostModule = new Proxy({}, { get: (_, name) => value => void notes.push([name, value]) });
const host = new Proxy({}, { get: () => hostModule });
const instantiate = (name, imports) => new WebAssembly.Instance(file(name), imports).exports;

const whole = () => instantiate('whole.wasm', host);
const first = instantiate('first.wasm', host);
/** Brings the second part. */
const arrive = () => instantiate('second.wasm', new Proxy({}, { get: (_, name) => (name === 'first' ? first : hostModule) }));
const text = (address, length) => Buffer.from(first.memory.buffer, address, length).toString();
/** The message of what was thrown. */
const caught = call => {
  try {
    return call();
  } catch (error) {
    return error.message;
  }
};
const exportsOf = name => WebAssembly.Module.exports(file(name)).map(({ name }) => name);
const importsOf = name => WebAssembly.Module.imports(file(name)).map(({ module, name }) => `${module}.${name}`);
const show = value => process.stdout.write(JSON.stringify(value));
