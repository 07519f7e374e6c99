// The README's example as an application's files, and after it a call of what is loaded later. The page's title tells the test when it came
// to its end.
import { readFileSync } from 'node:fs';
import { PUBLISHABLE_KEY } from './frontend-api.mjs';
import { later } from './later.mjs';

const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/```js\n(.*?)```/gsu)].map(([, code]) => code);
const holding = text => {
  const found = blocks.find(code => code.includes(text));
  if (!found) throw new Error(`README.md has no example with ${text}`);
  return found;
};

const IMPORT = `import { Clerk } from 'clerk-wasm'\n`;
const inlined = holding(IMPORT);
const slim = inlined.replace(IMPORT, holding(`from 'clerk-wasm/slim'`));

const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>loading</title><link rel="icon" href="data:,"></head>
  <body><script type="module" src="./main.js"></script></body>
</html>
`;

/** The files of an application with the README's example by the entry `.` or `./slim`. */
export const example = entry => ({
  'index.html': PAGE,
  'main.js': `${entry === '.' ? inlined : slim}\n${later}\ndocument.title = seen\n`,
  '.env': `VITE_CLERK_PUBLISHABLE_KEY=${PUBLISHABLE_KEY}\n`,
});

/** The page and the script of the example without `await` at the top of the script, which older targets and classic scripts do not have. */
export function inFunction(entry) {
  const lines = example(entry)['main.js'].split('\n');
  const isImport = line => line.startsWith('import ');
  const [imports, rest] = [lines.filter(isImport), lines.filter(line => !isImport(line))];
  const main = `${imports.join('\n')}\nasync function main() {\n${rest.join('\n')}}\nmain();\n`;
  return { index: PAGE, main };
}
