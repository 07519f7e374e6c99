// Whatever is called, in whatever order, and whatever comes back: each call settles, and nothing is left behind.

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const CALLS = 10_000;

test('thirty thousand overlapping calls settle, and their memory is given back', { timeout: 240_000 }, () => {
  const script = new URL('lib/stress.mjs', import.meta.url).pathname;
  const told = execFileSync(process.execPath, ['--expose-gc', script, String(CALLS), '7'], { encoding: 'utf8' });
  const { settled, resolved, rejected, odd, before, after } = JSON.parse(told);
  expect(odd).toEqual([]);
  expect(settled).toBe(CALLS * 3);
  expect(Math.min(resolved, rejected)).toBeGreaterThan(CALLS / 10);
  expect(after / before).toBeLessThan(1.05);
});
