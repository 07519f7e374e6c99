// An application's own tests, in the runners that have no browser: what they use instead of a page is as much of one as its authors wrote.
import { Application } from './lib/application.mjs';
import { CLIENT_ID, PUBLISHABLE_KEY, serveFrontendApi } from './lib/frontend-api.mjs';
import { later } from './lib/later.mjs';
import { bring, LIMIT_MS, matrix, packageOf, thorough } from './lib/thorough.mjs';

const application = new Application();

/** A test as an application has one, against the Frontend API at `api`. */
const applicationTest = (api, head) => `${head}
test('it loads as in a page', async () => {
  if (init) await init();
  const clerk = new Clerk('${PUBLISHABLE_KEY}', { proxyUrl: '${api}' });
  expect(clerk.buildUrlWithAuth('/x')).toContain('/x');
  expect(new Clerk('${PUBLISHABLE_KEY}', { proxyUrl: '/__clerk' }).proxyUrl).toBe(location.origin + '/__clerk');
  await clerk.load({ standardBrowser: false });
  ${later}
  expect(seen).toBe('${CLIENT_ID}');
});
`;

// jsdom 30 needs a newer Node than 20.
const inVitest = matrix(['jsdom@29', 'happy-dom@21']);
thorough.each(inVitest)('vitest 4 with %s, %s', { timeout: LIMIT_MS }, async (environment, entry) => {
  application.server = await serveFrontendApi();
  const head = `import { expect, test } from 'vitest';
import * as entry from '${packageOf(entry)}';
const { default: init, Clerk } = entry;`;
  const files = { 'clerk.test.js': applicationTest(application.server.url, head) };
  const project = await bring(application, files, 'vitest@4', environment);
  await project.run('node_modules/vitest/vitest.mjs', 'run', '--environment', environment.replace(/@.*/u, ''));
});

// Its jsdom has no `fetch`, so the application gives it Node's.
const ENVIRONMENT = `const { TestEnvironment } = require('jest-environment-jsdom');
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { fetch, Request, Response, Headers });
  }
};
`;

thorough.each(matrix(['29', '30']))('Jest %s with jsdom, %s', { timeout: LIMIT_MS }, async (version, entry) => {
  application.server = await serveFrontendApi();
  const head = `const { default: init, Clerk } = require('${packageOf(entry)}');`;
  const files = {
    'package.json': '{ "name": "app", "private": true }\n',
    'clerk.test.js': applicationTest(application.server.url, head),
    'environment.js': ENVIRONMENT,
  };
  const project = await bring(application, files, `jest@${version}`, `jest-environment-jsdom@${version}`);
  await project.run('node_modules/jest/bin/jest.js', '--env', './environment.js');
});
