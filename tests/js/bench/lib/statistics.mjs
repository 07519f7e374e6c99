// What is said of a row of samples, and in which order the sides take their turns.

/** The middle of the samples; of two middles, the one between. */
export function median(samples) {
  if (samples.length === 0) throw new Error('there is no median of nothing');
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const summary = (samples) => ({ median: median(samples), min: Math.min(...samples), max: Math.max(...samples), samples });

/** What each sample is above the floor of its own round, so that a slow minute of the machine hits both. */
export const above = (samples, floor) => samples.map((sample, round) => sample - floor[round]);

/** The sides in the order of a round: every other round backwards, so that none always comes after the same one. */
export const inTurn = (sides, round) => (round % 2 ? [...sides].reverse() : [...sides]);

/**
 * Measures each side once a round. `measure(side)` resolves with `{ name: number }`; resolves with
 * `samples[side][name] = [one number a round]`.
 */
export async function rounds(count, sides, measure) {
  const samples = Object.fromEntries(sides.map((side) => [side, {}]));
  for (let round = 0; round < count; round++) {
    for (const side of inTurn(sides, round)) {
      const measured = await measure(side, round);
      for (const [name, value] of Object.entries(measured)) (samples[side][name] ??= []).push(value);
    }
  }
  return samples;
}
