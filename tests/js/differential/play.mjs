// Plays the scenarios whose names contain the argument, and prints what each side did and where they differ.
// `node play.mjs "two sessions" --newer --transcript`: also with clerk-js 6.40.0, also all that was seen.
import { openArena } from './lib/arena.mjs';
import { judge } from './lib/duel.mjs';
import { perform, startOfTime } from './lib/perform.mjs';
import { MIRRORED, NEWER, OURS, asMirrored } from './lib/versions.mjs';
import { areas } from './scenarios/index.mjs';

const [part = '', ...flags] = process.argv.slice(2);
const arena = await openArena('play');
const chosen = Object.values(areas).flat().filter(({ name }) => name.includes(part));
const versions = flags.includes('--newer') ? [MIRRORED, NEWER] : [MIRRORED];
for (const scenario of chosen) {
  const now = startOfTime();
  const ours = await perform(arena, scenario, OURS, now);
  if (flags.includes('--transcript')) console.log(OURS, JSON.stringify(ours, null, 1));
  for (const version of versions) {
    const theirs = await perform(arena, scenario, version, now);
    if (flags.includes('--transcript')) console.log(version, JSON.stringify(theirs, null, 1));
    const findings = judge(scenario, version, version === NEWER ? asMirrored(theirs) : theirs, ours);
    console.log(`\n== ${scenario.name}: ${findings.length === 0 ? 'alike' : ''}\n${findings.join('\n')}`);
  }
}
await arena.close();
