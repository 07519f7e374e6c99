// What the bench makes of its samples: the arithmetic, the aims, the chart.
import { expect, test } from 'vitest';
import { chart, decades } from '../bench/lib/chart.mjs';
import { clientAnswer } from '../bench/lib/fixture.mjs';
import { compared, figure, summarised } from '../bench/lib/report.mjs';
import { inTurn, rounds } from '../bench/lib/rounds.mjs';
import { above, median } from '../bench/lib/statistics.mjs';

const row = (side, unit, ...samples) => ({ what: 'it', side, unit, samples });

test('the median is the middle, or what lies between two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 9, 1, 5])).toBe(7);
  expect(() => median([])).toThrow('nothing');
});

test('the floor is taken off in its own round', () => {
  expect(above([10, 30], [1, 20])).toEqual([9, 10]);
});

test('each side is measured once a round, and none always comes first', async () => {
  expect([0, 1].map(round => inTurn(['a', 'b', 'c'], round))).toEqual([
    ['a', 'b', 'c'],
    ['c', 'b', 'a'],
  ]);
  const order = [];
  const samples = await rounds({ rounds: 2, progress() {} }, ['a', 'b'], async side => ({ at: order.push(side) }));
  expect(samples).toEqual({ a: { at: [1, 4] }, b: { at: [2, 3] } });
});

test('an aim is a part of what another side takes, and of a rate more is better', () => {
  const times = summarised([row('clerk-js', 'ms', 300), row('ours', 'ms', 90, 110, 100)]);
  expect(compared(times, [{ what: 'it', side: 'ours', aim: { of: 'clerk-js', times: 1 / 3 } }])).toMatchObject([
    { ours: 100, theirs: 300, aim: 100, met: true },
  ]);
  const rates = summarised([row('clerk-js', 'calls/s', 10), row('ours', 'calls/s', 900)]);
  expect(compared(rates, [{ what: 'it', side: 'ours', aim: { of: 'clerk-js', times: 100 } }])).toMatchObject([
    { aim: 1000, met: false },
  ]);
  expect(compared(times, [{ what: 'another', side: 'ours' }])).toEqual([]);
});

test('figures have three digits that mean something', () => {
  expect([0.012345, 1.5, 74.26, 1234.5, -31.44].map(figure)).toEqual(['0.0123', '1.5', '74.3', '1,235', '-31.4']);
});

test('the chart draws a bar from clerk-js to ours, and the aim', () => {
  const one = { what: 'it', side: 'ours', unit: 'ms', ours: 10, theirs: 100, aim: 1, met: false };
  expect(decades([one])).toEqual({ from: -2, to: 1 });
  const drawn = chart({ title: 'Times', comparisons: [one] });
  const at = name => Number(drawn.match(new RegExp(`class="${name}" x1?="([0-9.]+)"`, 'u'))[1]);
  // A tenth is one of three decades left of the line, the aim two.
  expect(at('one') - at('better')).toBeCloseTo((at('one') - at('aim')) / 2);
  const faster = chart({
    title: 'Rates',
    comparisons: [{ ...one, unit: 'calls/s', ours: 1_000, aim: undefined, rate: true }],
  });
  expect(faster).toContain('class="better"');
  expect(faster).not.toContain('class="aim"');
});

test('the fixture is the same for the same seed, but for times and tokens, and about 10.7 kB a session', () => {
  const [early, late] = [1e12, 1e12 + 60_000].map(now => JSON.parse(clientAnswer(2, now)).response);
  expect(late.sessions.map(({ id }) => id)).toEqual(early.sessions.map(({ id }) => id));
  expect(late.sessions[0].last_active_token.jwt).not.toBe(early.sessions[0].last_active_token.jwt);
  expect(clientAnswer(10).length / 10).toBeGreaterThan(10_200);
  expect(clientAnswer(10).length / 10).toBeLessThan(11_200);
});
