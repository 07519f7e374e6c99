// The tarball, and what npm makes of it.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Project } from './lib/project.mjs';

const ALWAYS = ['LICENSE', 'README.md', 'package.json'];
let project;
let manifest;

beforeAll(async () => {
  project = await Project.create();
  manifest = JSON.parse(readFileSync(project.file('node_modules/clerk-wasm/package.json'), 'utf8'));
}, 60_000);

afterAll(() => project?.remove());

test('the tarball holds the listed files, and nothing else', () => {
  const shipped = project.packed.files.map(({ path }) => path).sort();
  expect(shipped).toEqual([...manifest.files, ...ALWAYS].sort());
  expect(readdirSync(project.file('node_modules/clerk-wasm')).sort()).toEqual(shipped);
});

test('it brings no other package and runs nothing when it is installed', () => {
  const kinds = Object.keys(manifest).filter(key => /dependencies$/iu.test(key) || key === 'scripts' || key === 'bin');
  expect(kinds).toEqual([]);
  expect(readdirSync(project.file('node_modules')).filter(name => !name.startsWith('.'))).toEqual(['clerk-wasm']);
});

test('every export is a file of the package, and `sideEffects` names those that start', () => {
  const targets = target => (typeof target === 'string' ? [target] : Object.values(target).flatMap(targets));
  const paths = targets(manifest.exports);
  const shipped = project.packed.files.map(({ path }) => `./${path}`);
  expect(paths.filter(path => !shipped.includes(path))).toEqual([]);
  const { default: usual, workerd } = manifest.exports['.'];
  expect(manifest.sideEffects).toEqual([usual.default, workerd.default]);
});

// `init()`, which this entry does not export, is in its script (xtask/src/build/js/start.js imports the module that has it):
// Vite and webpack see its `new URL('clerk_wasm_bg.wasm', import.meta.url)` and publish a file that no page asks for.
test('the inlined entry does not name the .wasm file', () => {
  const index = readFileSync(project.file('node_modules/clerk-wasm/index.js'), 'utf8');
  expect(index).not.toContain('clerk_wasm_bg.wasm');
});
