// Consumers that are too many for every run: each brought from npm into a project of its own, both entries. `--thorough` has them;
// docs/consumers.md is the table of what they showed.
import { expect, test } from 'vitest';
import { Application } from './lib/application.mjs';
import { example, inFunction } from './lib/example.mjs';
import { CLIENT_ID, PUBLISHABLE_KEY, serveFrontendApi } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';
import { serveFolder } from './lib/server.mjs';

const LIMIT_MS = 300_000;
const thorough = test.runIf(process.env.THOROUGH);
const application = new Application();
const entries = ['.', './slim'];

const matrix = versions => versions.flatMap(version => entries.map(entry => [version, entry]));
const packageOf = entry => (entry === '.' ? 'clerk-wasm' : 'clerk-wasm/slim');
/** The console tells whoever's page loads more than it has to; that is no failure here. */
const isAdvice = complaint => complaint.includes('clerk_wasm_bg.wasm');

async function project(files, ...packages) {
  application.project = await Project.create(files);
  await application.project.add(...packages);
  return application.project;
}

async function shows(url) {
  const { title, complaints } = await application.visit(url);
  expect({ title, complaints: complaints.filter(complaint => !isAdvice(complaint)) }).toEqual({
    title: CLIENT_ID,
    complaints: [],
  });
}

/** The example for a bundler that knows no `import.meta.env`. Parcel builds for browsers without `await` at the top of a module, as Vite 5 does. */
function plain(entry) {
  const { index, main } = inFunction(entry);
  const code = main.replace('import.meta.env.VITE_CLERK_PUBLISHABLE_KEY', `'${PUBLISHABLE_KEY}'`);
  return { 'index.html': index, 'main.js': code };
}

thorough.each(matrix(['5', '6', '7']))(
  'Vite %s, %s, the development server and the build',
  { timeout: LIMIT_MS },
  async (version, entry) => {
    const made = await project({ ...example(entry), 'main.js': inFunction(entry).main }, `vite@${version}`);
    const server = await made.serve(
      ['node_modules/vite/bin/vite.js', '--host', 'localhost', '--port', '0'],
      /http:\/\/localhost:\d+\//u,
    );
    try {
      await shows(server.url);
    } finally {
      await server.close();
    }
    await made.run('node_modules/vite/bin/vite.js', 'build');
    application.server = await serveFolder(made.file('dist'));
    await shows(`${application.server.url}/`);
  },
);

thorough.each(entries)('Parcel 2, %s', { timeout: LIMIT_MS }, async entry => {
  const made = await project(plain(entry), 'parcel@2');
  await made.run('node_modules/parcel/lib/bin.js', 'build', 'index.html', '--no-cache');
  application.server = await serveFolder(made.file('dist'));
  await shows(`${application.server.url}/`);
});

thorough.each(entries)('Rspack, %s', { timeout: LIMIT_MS }, async entry => {
  const made = await project(plain(entry), '@rspack/core@1', '@rspack/cli@1');
  await made.run('node_modules/@rspack/cli/bin/rspack.js', 'build', '--mode', 'production', '--entry', './main.js');
  await made.write({ 'dist/index.html': plain(entry)['index.html'] });
  application.server = await serveFolder(made.file('dist'));
  await shows(`${application.server.url}/`);
});

/** A test as an application has one, against the Frontend API at `api`: jsdom has no `fetch`, so Jest gets Node's. */
const applicationTest = (api, head) => `${head}
test('it loads as in a page', async () => {
  if (init) await init();
  const clerk = new Clerk('${PUBLISHABLE_KEY}', { proxyUrl: '${api}' });
  expect(clerk.buildUrlWithAuth('/x')).toContain('/x');
  expect(new Clerk('${PUBLISHABLE_KEY}', { proxyUrl: '/__clerk' }).proxyUrl).toBe(location.origin + '/__clerk');
  await clerk.load({ standardBrowser: false });
  expect(clerk.client.id).toBe('${CLIENT_ID}');
});
`;

const inVitest = matrix(['jsdom', 'happy-dom']);
thorough.each(inVitest)('vitest with %s, %s', { timeout: LIMIT_MS }, async (environment, entry) => {
  const api = await serveFrontendApi();
  application.server = api;
  const head = `import { expect, test } from 'vitest';\nimport * as entry from '${packageOf(entry)}';\nconst { default: init, Clerk } = entry;`;
  const made = await project({ 'clerk.test.js': applicationTest(api.url, head) }, 'vitest@4', environment);
  await made.run('node_modules/vitest/vitest.mjs', 'run', '--environment', environment);
});

const inJest = matrix(['29', '30']);
thorough.each(inJest)('Jest %s with jsdom, %s', { timeout: LIMIT_MS }, async (version, entry) => {
  const api = await serveFrontendApi();
  application.server = api;
  const head = `const { default: init, Clerk } = require('${packageOf(entry)}');`;
  const environment = `const { TestEnvironment } = require('jest-environment-jsdom');
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { fetch, Request, Response, Headers });
  }
};
`;
  const files = {
    'package.json': '{ "name": "app", "private": true }\n',
    'clerk.test.js': applicationTest(api.url, head),
    'environment.js': environment,
  };
  const made = await project(files, `jest@${version}`, `jest-environment-jsdom@${version}`);
  await made.run('node_modules/jest/bin/jest.js', '--env', './environment.js');
});
