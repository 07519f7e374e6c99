// Takes the texts out of what wasm-bindgen throws: the body of its one function that throws becomes a trap, and what only that used is
// removed by the optimiser. Rust's panics are traps already, which the compiler sees to. Arguments: npm's binaryen, the module, where the result goes.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { isPanic, isThrowing, THROWING } from './panics.mjs';

const [library, from, to] = process.argv.slice(2);
const { default: binaryen } = await import(pathToFileURL(library));

const module = binaryen.readBinary(await readFile(from));
const functions = Array.from({ length: module.getNumFunctions() }, (_, index) => {
  const reference = module.getFunctionByIndex(index);
  return { reference, ...binaryen.getFunctionInfo(reference) };
}).filter(({ module: importedFrom }) => !importedFrom);

const isTrap = ({ body }) => binaryen.getExpressionId(body) === binaryen.UnreachableId;

const panics = functions.filter(one => isPanic(one.name) && !isTrap(one)).map(({ name }) => name);
if (panics.length) {
  throw new Error(
    `${panics.length} panics of Rust's libraries are more than a trap, so that their texts would be shipped: ${panics.join(', ')}. ` +
      '-Cpanic=immediate-abort no longer removes them: see xtask/src/build/mod.rs and xtask/src/build/js/stub.mjs',
  );
}
const throwing = functions.filter(({ name }) => isThrowing(name));
if (throwing.length !== 1 || throwing.some(isTrap)) {
  throw new Error(
    `the module has ${throwing.length} functions ${THROWING} that throw, not 1: wasm-bindgen has renamed it, or the module was stripped ` +
      'of its names too early; adapt xtask/src/build/js/panics.mjs to it',
  );
}
binaryen.Function(throwing[0].reference).setBody(module.unreachable());
await writeFile(to, module.emitBinary());
