// The sides take turns: what changes on the machine while it measures is to hit all of them.

/** The sides in the order of a round: every other round backwards, so that none always comes after the same one. */
export const inTurn = (sides, round) => (round % 2 ? [...sides].reverse() : [...sides]);

/**
 * Measures each side once a round. `measure(side)` resolves with `{ name: number }`; resolves with
 * `samples[side][name] = [one number a round]`.
 */
export async function rounds(bench, sides, measure) {
  const samples = Object.fromEntries(sides.map(side => [side, {}]));
  for (let round = 0; round < bench.rounds; round++) {
    bench.progress(round + 1);
    for (const side of inTurn(sides, round)) {
      for (const [name, value] of Object.entries(await measure(side))) (samples[side][name] ??= []).push(value);
    }
  }
  return samples;
}
