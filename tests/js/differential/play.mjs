// Plays the scenarios whose names contain the argument, and prints what each side did and where they differ.
// `node play.mjs "two sessions" --newer --transcript`: also with clerk-js 6.40.0, also all that was seen.
// `node play.mjs --seeds 100 150`: the random ones of these seeds; what goes wrong is made as short as can be.
import { openArena } from './lib/arena.mjs';
import { duel, judge } from './lib/duel.mjs';
import { perform } from './lib/perform.mjs';
import { shrink } from './lib/shrink.mjs';
import { asMirrored, MIRRORED, NEWER, OURS, withoutNewerProperties } from './lib/versions.mjs';
import { randomScenario } from './random.mjs';
import { areas } from './scenarios/index.mjs';

const [part = '', ...flags] = process.argv.slice(2);
const arena = await openArena('play');
if (part === '--seeds') await explore(Number(flags[0]), Number(flags[1] ?? flags[0]));
else await playNamed();
await arena.close();

async function playNamed() {
  const versions = flags.includes('--newer') ? [MIRRORED, NEWER] : [MIRRORED];
  for (const scenario of Object.values(areas)
    .flat()
    .filter(({ name }) => name.includes(part))) {
    const ours = withoutNewerProperties(await perform(arena, scenario, OURS));
    show(OURS, ours);
    for (const version of versions) {
      const theirs = await perform(arena, scenario, version);
      show(version, theirs);
      report(scenario.name, judge(scenario, version, version === NEWER ? asMirrored(theirs) : theirs, ours));
    }
  }
}

function show(version, transcript) {
  if (flags.includes('--transcript')) console.log(version, JSON.stringify(transcript, null, 1));
}

function report(name, findings) {
  console.log(`\n== ${name}: ${findings.length === 0 ? 'alike' : ''}\n${findings.join('\n')}`);
}

async function explore(from, to) {
  for (let seed = from; seed <= to; seed++) {
    const scenario = randomScenario(seed);
    const findings = await duel(arena, scenario);
    report(scenario.name, findings.slice(0, 3));
    if (findings.length === 0) continue;
    const short = await shrink(scenario, shorter => duel(arena, shorter));
    console.log('  the shortest that shows it:', JSON.stringify(short.scenario, null, 1));
    report(scenario.name, short.findings);
  }
}
