// Measures clerk-js and this package in turn, in one Chromium against one server, and writes what it saw.
// Run by `cargo xtask bench`, which says where both packages lie. CHROMIUM names the browser.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/browser.mjs';
import { machine } from './lib/machine.mjs';
import { compared, summarised, table } from './lib/report.mjs';
import { coldStarts } from './parts/cold-start.mjs';
import { getTokens } from './parts/get-token.mjs';
import { serveBench } from './server.mjs';

const PARTS = [coldStarts, getTokens];

const { values: given } = parseArgs({
  options: {
    package: { type: 'string' }, 'clerk-js': { type: 'string' }, out: { type: 'string' },
    json: { type: 'string' }, rounds: { type: 'string', default: '7' }, only: { type: 'string' },
  },
});
const parts = PARTS.filter(({ name }) => !given.only || name === given.only);
if (parts.length === 0) {
  console.error(`There is no part ${given.only}. There are: ${PARTS.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const server = await serveBench({ 'clerk-wasm': given.package, 'clerk-js': given['clerk-js'] });
const browser = await launch();
const bench = { browser, server, rounds: Number(given.rounds), say: (text) => console.log(`  ${text}`) };
const result = { machine: machine(browser), rounds: bench.rounds, parts: [] };
try {
  for (const part of parts) {
    console.log(part.title);
    const loadBefore = machine(browser).load;
    const rows = summarised(await part.measure(bench));
    result.parts.push({ name: part.name, title: part.title, loadBefore, rows, comparisons: compared(rows, part.comparisons) });
  }
} finally {
  await browser.close();
  await server.close();
}
result.loadAtEnd = machine(browser).load;
console.log(table(result));
mkdirSync(given.out, { recursive: true });
for (const file of [join(given.out, 'result.json'), given.json]) {
  if (file) writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
}
