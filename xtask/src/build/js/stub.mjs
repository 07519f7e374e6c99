// Takes the texts out of Rust's panics: their bodies become the trap in which they end anyway, and what only they used
// is removed by the optimiser. Arguments: npm's binaryen, the module, where the result goes.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [library, from, to] = process.argv.slice(2);
const { default: binaryen } = await import(pathToFileURL(library));

/** Functions of Rust's libraries that never return, and what only their texts need: the package shows no `{:?}`. */
const PANICS =
  /core.*panicking|core.*panic_|std.*panicking|rust_panic|rust_begin_unwind|slice_error_fail|slice_index_fail|unwrap_failed|expect_failed|handle_error|handle_alloc_error|capacity_overflow|throw_str|panic_cold|_fail_rt|fmt::Debug>::fmt|fmt::pointer_fmt_inner|fmt::builders/;

const module = binaryen.readBinary(await readFile(from));
let stubs = 0;
for (let index = 0; index < module.getNumFunctions(); index++) {
  const reference = module.getFunctionByIndex(index);
  const { name, module: importedFrom } = binaryen.getFunctionInfo(reference);
  if (importedFrom || !PANICS.test(name)) continue;
  binaryen.Function(reference).setBody(module.unreachable());
  stubs++;
}
if (!stubs) throw new Error('the module names no panic: it was stripped of its names too early');
await writeFile(to, module.emitBinary());
