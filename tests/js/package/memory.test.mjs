// The engine holds JavaScript's objects weakly: what nobody holds is collected.

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('sessions of clients that are gone are collected', { timeout: 60_000 }, () => {
  const script = new URL('lib/collect.mjs', import.meta.url).pathname;
  const { made, collected, held } = JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' }),
  );
  expect(made).toBe(1010); // ten at once and ten with each of a hundred reloads
  expect(collected).toBeGreaterThanOrEqual(made - held);
});
