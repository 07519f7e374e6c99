// The shortest part of a scenario that still goes wrong: what is left when every step that does not matter is taken out.

const TRIES = 60;

/** @param {(scenario) => Promise<string[]>} play Gives the findings. */
export async function shrink(scenario, play) {
  let best = scenario;
  let findings = [];
  let tries = TRIES;
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = best.steps.length - size; from >= 0 && tries > 0; from -= size, tries -= 1) {
      const shorter = { ...best, steps: best.steps.toSpliced(from, size) };
      const found = await play(shorter);
      if (found.length > 0) [best, findings] = [shorter, found];
    }
  }
  return { scenario: best, findings };
}
