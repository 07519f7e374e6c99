// Whatever is called, in whatever order, and whatever comes back: each call settles, and nothing is left behind.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { inChromium } from './lib/stress/chromium.mjs';

/** A round; there are three at least. */
const CALLS = process.env.THOROUGH ? 40_000 : 10_000;
/** The same each time, so that a failure is one of the change at hand; `STRESS_SEED` plays another. */
const SEED = Number(process.env.STRESS_SEED ?? 7);

const inNode = async (...args) => {
  const script = new URL('lib/stress/node.mjs', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, ...args.map(String)]);
  return { ...JSON.parse(stdout), complaints: [] };
};

const name = 'in %s all calls settle, and their memory is given back';
test.each([
  ['Node', inNode],
  ['Chromium', inChromium],
])(name, { timeout: process.env.THOROUGH ? 900_000 : 240_000 }, async (where, run) => {
  const start = Date.now();
  const { unknown, pending, odd, complaints, called, settled, resolved, rejected, before, after, rounds } = await run(
    CALLS,
    SEED,
  );
  console.log(
    `${where}: seed ${SEED}, ${resolved} resolved, ${rejected} rejected, ${Date.now() - start} ms, ${JSON.stringify({ rounds, before, after })}`,
  );
  expect({ unknown, pending, odd, complaints }).toEqual({ unknown: [], pending: [], odd: [], complaints: [] });
  expect(settled).toBe(CALLS * rounds);
  expect(Math.min(resolved, rejected)).toBeGreaterThan(CALLS / 10);
  expect(Math.min(...Object.values(called))).toBeGreaterThan(CALLS / 100);
  expect(after.heap / before.heap).toBeLessThan(1.05);
  expect(before.wasm).toBeGreaterThan(0);
  expect(after.wasm).toBe(before.wasm);
});
