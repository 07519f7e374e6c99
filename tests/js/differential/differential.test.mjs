// Every scenario, played by clerk-js and by clerk-wasm side by side. Run by `cargo xtask test differential`.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { divergences, everywhere } from './divergences.mjs';
import { duel } from './lib/duel.mjs';
import { Pool } from './lib/pool.mjs';
import { playedByNewer, SEEDS, UNLIKE } from './lib/selection.mjs';
import { randomScenario } from './random.mjs';
import { areas } from './scenarios/index.mjs';

const LIMIT_MS = 180_000;
const DOCUMENT = new URL('../../../docs/divergences.md', import.meta.url);

const pool = new Pool();
afterAll(() => pool.close(), LIMIT_MS);

const scenarios = Object.values(areas).flat();
const seen = new Set();
let played = 0;

describe.each(Object.entries(areas))('%s', (_, list) => {
  const newer = playedByNewer(list);
  test.concurrent.each(list.map(scenario => [scenario.name, scenario]))(
    '%s',
    { timeout: LIMIT_MS },
    async (_name, scenario) => {
      const findings = await pool.with(arena => duel(arena, scenario, { withNewer: newer.has(scenario), seen }));
      played += 1;
      expect(findings, `\n${findings.join('\n')}\n`).toHaveLength(0);
    },
  );
});

describe('random', () => {
  for (const seed of SEEDS) {
    const play = UNLIKE.has(seed) ? test.concurrent.fails : test.concurrent;
    play(`seed ${seed}`, { timeout: LIMIT_MS }, async () => {
      const findings = await pool.with(arena => duel(arena, randomScenario(seed)));
      expect(findings, `seed ${seed}\n${findings.join('\n')}\n`).toHaveLength(0);
    });
  }
});

describe('docs/divergences.md', () => {
  // The last column of a row names the test that shows it; the others are shown by tests of their own.
  const rows = readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter(line => line.endsWith('| differential |'));
  const documented = rows.map(row => /^\| ([a-z0-9-]+)/u.exec(row)?.[1]);
  const known = Object.keys({ ...everywhere, ...divergences });

  test('has the ids that the suite knows, and no other', () => {
    expect(documented.toSorted()).toEqual(known.toSorted());
  });

  test('is shown by the scenarios, each id at least once', context => {
    // Some of the scenarios cannot show all.
    if (played < scenarios.length) context.skip();
    expect(known.filter(id => !seen.has(id))).toEqual([]);
  });

  test('scenarios have names of their own', () => {
    const names = scenarios.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
