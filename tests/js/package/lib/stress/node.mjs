// Run with --expose-gc: `node node.mjs 10000 7` makes rounds of so many calls from this seed, and prints what became of them.

import { open } from './load.mjs';
import { measure } from './measure.mjs';

const [calls, seed] = process.argv.slice(2).map(Number);
const { setTimeout: realTimeout } = globalThis;
const { make, quiet, memoryBytes, told } = await open(seed, { standardBrowser: false });

async function memory() {
  await quiet();
  for (let round = 0; round < 10; round++) {
    globalThis.gc();
    await new Promise(resolve => realTimeout(resolve, 20));
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed + external + arrayBuffers, wasm: memoryBytes() };
}

// The package's timers keep no program alive.
setInterval(() => {}, 1000);
const memories = await measure(calls, { make, memory });
console.log(JSON.stringify({ ...told(), ...memories }));
process.exit();
