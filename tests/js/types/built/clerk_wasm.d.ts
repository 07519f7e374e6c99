// What the build writes beside its own scripts, as far as they use it: xtask/src/build/glue.

export function initSync(module: BufferSource | WebAssembly.Module): void;
