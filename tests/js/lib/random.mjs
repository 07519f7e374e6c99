// Chance from a seed: the same seed gives the same choices.

/** mulberry32: small, and good enough to choose steps. @param {number} seed A whole number. */
export function generator(seed) {
  let state = seed >>> 0;
  /** From 0 up to, but not including, 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = count => Math.floor(next() * count);
  return { next, below, chance: part => next() < part, pick: list => list[below(list.length)] };
}
