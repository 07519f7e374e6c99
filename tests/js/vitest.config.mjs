// A limit finds what hangs; how long a test takes is the machine's. A machine that does four things at once takes more than vitest's 5 s.
export default { test: { testTimeout: 30_000, hookTimeout: 60_000 } };
