// A scenario played by both sides, and what is to be said of it.
import { divergences, everywhere } from '../divergences.mjs';
import { compare } from './compare.mjs';
import { perform } from './perform.mjs';
import { asMirrored, MIRRORED, NEWER, OURS, withoutNewerProperties } from './versions.mjs';

/**
 * Plays a scenario with clerk-wasm and with clerk-js, of which `withNewer` adds the newer version; adds the divergences that showed to `seen`.
 * @returns {Promise<string[]>} What is wrong: unexplained differences, and divergences that did not show.
 */
export async function duel(arena, scenario, { withNewer = true, seen } = {}) {
  const ours = withoutNewerProperties(await perform(arena, scenario, OURS));
  const mirrored = await perform(arena, scenario, MIRRORED);
  const findings = judge(scenario, MIRRORED, mirrored, ours, seen);
  if (!withNewer) return findings;
  const newer = asMirrored(await perform(arena, scenario, NEWER));
  return [...findings, ...judge(scenario, NEWER, newer, ours, seen)];
}

/** The findings of one comparison; the ids that explained a difference are added to `seen`. */
export function judge(scenario, version, theirs, ours, seen = new Set()) {
  const shown = new Set();
  const unexplained = compare(theirs, ours).filter(difference => {
    const id = explanation(difference, contextOf(scenario, theirs, ours, difference.step));
    if (id) shown.add(id);
    return !id;
  });
  shown.forEach(id => seen.add(id));
  const silent = scenario.differs.filter(id => !shown.has(id));
  return [
    ...unexplained.map(difference => tell(version, theirs, difference)),
    ...silent.map(id => `${version}: the scenario names the divergence ${id}, and it does not show`),
  ];
}

/** What a divergence may look at beside the difference itself. */
const contextOf = (scenario, theirs, ours, number) => ({
  scenario,
  step: theirs[number].step,
  before: theirs[number - 1],
  theirs: theirs[number],
  ours: ours[number],
});

function explanation(difference, context) {
  const named = context.scenario.differs.find(id => divergences[id]?.(difference, context));
  return named ?? Object.keys(everywhere).find(id => everywhere[id](difference, context));
}

function tell(version, transcript, { step, part, at, theirs, ours }) {
  return (
    `${version}: step ${step} ${short(transcript[step].step)}\n    ${part}${at ? ` › ${at}` : ''}\n` +
    `      clerk-js:   ${short(theirs)}\n      clerk-wasm: ${short(ours)}`
  );
}

function short(value) {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
