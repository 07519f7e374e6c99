// The same rounds wherever the load runs. WebAssembly keeps the memory that it had at its peak, so the first is larger than those that
// follow: how many calls overlap is chance.

/** `make(count)` is a round, `memory()` what is held after garbage collection. */
export async function measure(calls, { make, memory }) {
  await make(calls * 1.2);
  await make(calls);
  const before = await memory();
  await make(calls);
  const after = await memory();
  return { before, after };
}
