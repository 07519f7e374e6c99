// The same rounds wherever the load runs. WebAssembly keeps the memory that it had at its peak, and how many calls overlap is chance: a
// round may need more than all before it. A leak grows with every round; so they go on until one has grown nothing.

const MOST_ROUNDS = 6;

/** `make(count)` is a round, `memory()` what is held after garbage collection: before and after the last round. */
export async function measure(calls, { make, memory }) {
  await make(calls);
  let [before, after] = [undefined, await memory()];
  let rounds = 1;
  do {
    before = after;
    await make(calls);
    after = await memory();
    rounds += 1;
  } while (rounds < MOST_ROUNDS && (rounds < 3 || after.wasm > before.wasm));
  return { before, after, rounds };
}
