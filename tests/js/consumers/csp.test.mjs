// The package on pages with a Content-Security-Policy.
import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../e2e/lib/browser.mjs';
import { PUBLISHABLE_KEY } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';
import { serveFolder } from './lib/server.mjs';
import { visit } from './lib/visit.mjs';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8"><title>loading</title><link rel="icon" href="data:,">
    <script type="module" src="/main.js"></script>
  </head>
  <body></body>
</html>
`;

// Playwright cannot evaluate anything where eval is forbidden, so the page writes what it sees into its own text.
const main = `
const seen = { violations: [] };
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  seen.violations.push(effectiveDirective + ' ' + blockedURI);
});
try {
  const { Clerk } = await import('/clerk-wasm/index.js');
  seen.imported = typeof Clerk;
  const clerk = new Clerk('${PUBLISHABLE_KEY}');
  await clerk.load();
  seen.client = typeof clerk.client;
} catch (error) {
  seen.error = error.name + ': ' + error.message;
}
// A violation is told in a task of its own.
await new Promise((resolve) => setTimeout(resolve, 100));
document.body.textContent = JSON.stringify(seen);
document.title = 'done';
`;

let browser;
let project;

beforeAll(async () => {
  [browser, project] = await Promise.all([launch(), Project.create({ 'site/index.html': page, 'site/main.js': main })]);
  await cp(project.file('node_modules/clerk-wasm'), project.file('site/clerk-wasm'), { recursive: true });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await project?.remove();
});

async function under(policy) {
  const server = await serveFolder(project.file('site'), { 'content-security-policy': policy });
  try {
    return await visit(browser, `${server.url}/`, async page => JSON.parse(await page.locator('body').textContent()));
  } finally {
    await server.close();
  }
}

test('where WebAssembly is forbidden the import works, and the first use says what to allow', {
  timeout: 60_000,
}, async () => {
  const { seen } = await under(`script-src 'self'`);
  expect(seen).toMatchObject({ imported: 'function', error: expect.stringMatching(/^Error: .*'wasm-unsafe-eval'/u) });
  expect(seen).not.toHaveProperty('client');
});

test(`'wasm-unsafe-eval' is enough: nothing else is evaluated or violated`, { timeout: 60_000 }, async () => {
  const { seen, complaints } = await under(`script-src 'self' 'wasm-unsafe-eval'`);
  expect(seen).toEqual({ imported: 'function', client: 'object', violations: [] });
  expect(complaints).toEqual([]);
});
