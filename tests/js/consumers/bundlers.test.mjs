// The package through webpack and Rollup. A page that is new to a development instance has to have the second part to start, so its client's
// id says that the bundler has found it.
import { copyFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { expect, test } from 'vitest';
import webpack from 'webpack';
import { Application } from './lib/application.mjs';
import { example } from './lib/example.mjs';
import { CLIENT_ID, PUBLISHABLE_KEY } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';
import { serveFolder } from './lib/server.mjs';

const application = new Application();

const wasm = 'clerk_wasm_bg.wasm';

/** The README's example with its key in place, and its page in `dist`. */
async function create(entry) {
  const files = example(entry);
  const code = files['main.js'].replace('import.meta.env.VITE_CLERK_PUBLISHABLE_KEY', `'${PUBLISHABLE_KEY}'`);
  application.project = await Project.create({ 'main.js': code, 'dist/index.html': files['index.html'] });
}

/** The page's title, what it complains of, and the scripts that it has loaded. */
async function open() {
  application.server = await serveFolder(application.project.file('dist'));
  const scripts = page =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter(name => name.endsWith('.js')),
    );
  return application.visit(`${application.server.url}/`, scripts);
}

/** `webpack ./main.js --mode production`, and no warning. */
const webpacked = () =>
  new Promise((resolve, reject) => {
    const compiler = webpack({
      mode: 'production',
      context: application.project.app,
      entry: './main.js',
      output: { path: application.project.file('dist') },
      performance: false,
    });
    compiler.run((error, stats) => {
      const said = error ?? stats.toJson({ all: false, errors: true, warnings: true });
      compiler.close(() => (error ? reject(error) : resolve([...said.errors, ...said.warnings])));
    });
  });

/** `rollup main.js --dir dist --plugin node-resolve`, and no warning. */
async function rolledUp() {
  const warnings = [];
  const bundle = await rollup({
    input: application.project.file('main.js'),
    plugins: [nodeResolve({ browser: true })],
    onwarn: warning => warnings.push(warning.message),
  });
  await bundle.write({ dir: application.project.file('dist') });
  await bundle.close();
  return warnings;
}

test.each(['.', './slim'])('%s, built by webpack without a configuration', { timeout: 60_000 }, async entry => {
  await create(entry);
  expect(await webpacked()).toEqual([]);
  const { seen, ...visited } = await open();
  expect(visited).toEqual({ title: CLIENT_ID, complaints: [] });
  expect(seen.length).toBeGreaterThan(1);
});

test.each(['.', './slim'])('%s, built by Rollup with its resolver', { timeout: 60_000 }, async entry => {
  await create(entry);
  expect(await rolledUp()).toEqual([]);
  // Rollup does not copy files: the README tells whoever uses `./slim` to.
  const { project } = application;
  if (entry === './slim') copyFileSync(project.file(`node_modules/clerk-wasm/${wasm}`), project.file(`dist/${wasm}`));
  const { seen, ...visited } = await open();
  expect(visited).toEqual({ title: CLIENT_ID, complaints: [] });
  expect(seen.some(name => /\/second[^/]*\.js$/u.test(name))).toBe(true);
});

// As it is where nobody copies the file, and on the development servers of Vite 5 to 7.
test('./slim without its .wasm file, where the server shows the page for every path, works and says what to do', {
  timeout: 60_000,
}, async () => {
  await create('./slim');
  await rolledUp();
  application.server = await serveFolder(application.project.file('dist'), {}, 'index.html');
  const warned = async page => (await page.consoleMessages()).map(message => `${message.type()}: ${message.text()}`);
  expect(await application.visit(`${application.server.url}/`, warned)).toEqual({
    title: CLIENT_ID,
    complaints: [],
    seen: [expect.stringMatching(/^warning: clerk-wasm: clerk_wasm_bg\.wasm is not beside .* Put the file there/u)],
  });
});
