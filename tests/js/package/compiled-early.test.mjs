// A page waits for the entries' functions to be compiled. Chromium does it beside the page's main thread where the first line says so.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['index', 'slim', 'early'])('%s.js is compiled while it loads', entry => {
  const text = readFileSync(new URL(`../node_modules/clerk-wasm/${entry}.js`, import.meta.url), 'utf8');
  expect(text.split('\n', 1)).toEqual(['//# allFunctionsCalledOnLoad']);
});
