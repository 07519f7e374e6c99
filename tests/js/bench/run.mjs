// Measures clerk-js and this package in turn, in one Chromium against one server, and writes what it saw.
// Run by `cargo xtask bench`, which says where both packages lie. CHROMIUM names the browser.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/browser.mjs';
import { pageOf } from './lib/chart.mjs';
import { machine } from './lib/machine.mjs';
import { progress } from './lib/progress.mjs';
import { compared, summarised, table } from './lib/report.mjs';
import { applies } from './parts/apply.mjs';
import { starts } from './parts/cold-start.mjs';
import { getTokens } from './parts/get-token.mjs';
import { memories } from './parts/memory.mjs';
import { reads } from './parts/reads.mjs';
import { serveBench } from './server.mjs';

const PARTS = [starts, applies, reads, getTokens, memories];

const { values: given } = parseArgs({
  options: {
    package: { type: 'string' },
    'clerk-js': { type: 'string' },
    out: { type: 'string' },
    json: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
});
const parts = PARTS.filter(({ name }) => !given.only || name === given.only);
if (!given.package || !given['clerk-js'] || !given.out || parts.length === 0) {
  console.error(
    parts.length === 0
      ? `There is no part ${given.only}. There are: ${PARTS.map(({ name }) => name).join(', ')}.`
      : 'It is not said where the packages lie. Run this through: cargo xtask bench',
  );
  process.exit(1);
}

const count = Number(given.rounds);
const server = await serveBench({ 'clerk-wasm': given.package, 'clerk-js': given['clerk-js'] });
const browser = await launch();
const bench = { browser, server, rounds: count, ...progress(count) };
const result = { machine: machine(browser), rounds: count, parts: [] };
for (const part of parts) {
  console.log(part.title);
  const { load } = machine(browser);
  try {
    const rows = summarised(await part.measure(bench));
    result.parts.push({
      name: part.name,
      title: part.title,
      load,
      rows,
      comparisons: compared(rows, part.comparisons),
    });
  } catch (error) {
    // A long run is not lost for one part of it.
    console.error(`  not measured: ${error.stack}`);
    process.exitCode = 1;
  }
}
await browser.close();
await server.close();
result.loadAtEnd = machine(browser).load;

console.log(table(result));
mkdirSync(given.out, { recursive: true });
const page = join(given.out, 'index.html');
writeFileSync(page, pageOf(result));
if (given.json) writeFileSync(given.json, `${JSON.stringify(result, null, 1)}\n`);
console.log(`The charts are in ${page}.`);
