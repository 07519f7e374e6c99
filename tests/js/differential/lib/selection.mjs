// How much of the suite a run plays.

/** `THOROUGH=1` in the environment: all that there is. */
const isThorough = process.env.THOROUGH === '1';

/** Of the scenarios of an area that show no divergence, one in so many is played with the newer clerk-js too. */
const ONE_IN = 4;

/** The random scenarios are played each time, so that a failure is one of the change at hand. `play.mjs --seeds` looks for others. */
export const SEEDS = Array.from({ length: isThorough ? 120 : 28 }, (_, index) => index + 1);

/**
 * Seeds of a thorough run that still show a difference that nothing explains, and what is seen. The suite holds each to that: a seed that
 * has become alike must go from here.
 */
export const UNLIKE = new Map([
  [36, 'a setActive() that clerk-js lets pass is rejected here'],
  [42, 'a setActive() that clerk-js lets pass is rejected here'],
  [60, "a message has the number of the emulator's fault, which differs"],
  [62, "a message has the number of the emulator's fault, which differs"],
  [68, 'a signOut() leads to another page here only'],
  [93, 'an answer of the emulator, or the order of two, differs'],
  [106, 'a setActive() that clerk-js lets pass is rejected here'],
  [110, 'a setActive() differs'],
]);

/**
 * The scenarios of an area that the newer clerk-js plays too. It does nearly all as the mirrored one does (lib/versions.mjs), which has
 * played each of them: so a fixed part will do, some of each area, and those that show a divergence, since it must show there too.
 * Where its own ways could meet by chance, in the random scenarios, it plays them all.
 */
export function playedByNewer(list) {
  if (isThorough) return new Set(list);
  const alike = list.filter(({ differs }) => differs.length === 0);
  return new Set([
    ...list.filter(({ differs }) => differs.length > 0),
    ...alike.filter((_, index) => index % ONE_IN === 0),
  ]);
}
