// An application of a framework that renders on its server: one project for a file of tests, which are about its pages and its server.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../e2e/lib/browser.mjs';
import { inFunction } from './example.mjs';
import { CLIENT_ID, PUBLISHABLE_KEY, serveFrontendApi } from './frontend-api.mjs';
import { Project } from './project.mjs';
import { visit } from './visit.mjs';

export const ENTRIES = { inlined: '.', slim: './slim' };

const LIMIT_MS = 480_000;
const DEVELOPMENT = 'the development server';
const BUILD = 'the build for Node';

/** The README's example, and what is loaded later, as `main()` of a module. */
const inPage = entry =>
  inFunction(entry)
    .main.replace('import.meta.env.VITE_CLERK_PUBLISHABLE_KEY', `'${PUBLISHABLE_KEY}'`)
    .replace('async function main()', 'export async function main()')
    .replace(/main\(\);\n$/u, '');

/** The same as a server does it, against the Frontend API at `api`: `main()` resolves with the client's id. */
const onServer = (entry, api) => `import ${entry === '.' ? '' : 'init, '}{ Clerk } from 'clerk-wasm${entry.slice(1)}';

export async function main() {
  ${entry === '.' ? '' : 'await init();'}
  const clerk = new Clerk('${PUBLISHABLE_KEY}', { proxyUrl: '${api}' });
  await clerk.load({ standardBrowser: false });
  return clerk.client.id;
}
`;

/** A visit ends with the first complaint, and the page may go on after it. Where it does not, the complaints say why. */
async function titleAtTheEnd(page) {
  await page.waitForFunction(() => document.title !== 'loading').catch(() => {});
  return page.title();
}

const isOfWasmFile = complaint => /status of 404 .*\/clerk_wasm_bg\.wasm\)/u.test(complaint);

/** A program that starts a server by its environment, as those that frameworks build want it: `node start.js ./build/index.js`. */
const START = `import { createServer } from 'node:net';

const probe = createServer().listen(0, 'localhost', () => {
  const { port } = probe.address();
  Object.assign(process.env, { HOST: 'localhost', PORT: port });
  probe.close(() => import(process.argv[2]));
});
`;

export class Framework {
  /** @param {Record<string, string>} files Beside `src/clerk/{inlined,slim}.js` for pages, and `….server.js`. */
  async create(files, ...packages) {
    [this.browser, this.api] = await Promise.all([launch(), serveFrontendApi()]);
    const modules = Object.entries(ENTRIES).flatMap(([name, entry]) => [
      [`src/clerk/${name}.js`, inPage(entry)],
      [`src/clerk/${name}.server.js`, onServer(entry, this.api.url)],
    ]);
    this.project = await Project.create({ 'start.js': START, ...Object.fromEntries(modules), ...files });
    await this.project.add(...packages);
  }

  async remove() {
    await this.server?.close();
    await Promise.all([this.browser?.close(), this.api?.close()]);
    await this.project?.remove();
  }

  /** Starts a server in the place of the one before. */
  async serve(command, address = /http:\/\/(localhost|127\.0\.0\.1):\d+/u) {
    await this.server?.close();
    this.server = await this.project.serve(command, address);
  }

  /**
   * A development server compiles a page when it is first asked for, which may take longer than a browser waits. Vite's has a page load
   * again when it comes upon a package that it has to prepare.
   */
  async #warm(url) {
    await fetch(url);
    await visit(this.browser, url, page => page.waitForLoadState('networkidle'));
  }

  /** A page loads the client, and what is loaded later. `lacksWasm` where it is known that the server does not find the .wasm file. */
  async showsClient(path, { lacksWasm = false } = {}) {
    const url = this.server.url + path;
    await this.#warm(url);
    const { complaints, seen } = await visit(this.browser, url, titleAtTheEnd);
    expect({ title: seen, complaints }).toEqual({
      title: CLIENT_ID,
      complaints: lacksWasm ? [expect.toSatisfy(isOfWasmFile)] : [],
    });
  }

  /** The server's own answer has the client in it. */
  async answersClient(path) {
    const answer = await fetch(this.server.url + path, { signal: AbortSignal.timeout(30_000) });
    const text = await answer.text();
    expect(`${answer.status} ${text.includes(CLIENT_ID) ? CLIENT_ID : text.slice(0, 3000)}`).toBe(`200 ${CLIENT_ID}`);
  }
}

/**
 * The tests of a framework, for `--thorough`.
 * @param {string} title
 * @param {{ configuration: Record<string, string>, filesOf: (name: string) => Record<string, string>, packages: string[],
 *   develop: string[], build: string[], built: string, lacksWasm?: boolean }} how Its files, those of an entry (a page at `/name`, what its
 * server answers at `/server/name`), what npm brings, its commands, and the server that it has built. `lacksWasm` where its development
 * server moves the script away from the .wasm file: docs/consumers.md.
 */
export function frameworkTests(title, { configuration, filesOf, packages, develop, build, built, lacksWasm }) {
  const names = Object.keys(ENTRIES);
  const application = new Framework();
  const starts = {
    [DEVELOPMENT]: () => application.serve(develop),
    [BUILD]: async () => {
      await application.project.run(...build);
      await application.serve(['start.js', built]);
    },
  };

  describe.runIf(process.env.THOROUGH)(title, () => {
    beforeAll(() => application.create(Object.assign({}, configuration, ...names.map(filesOf)), ...packages), LIMIT_MS);
    afterAll(() => application.remove(), LIMIT_MS);

    describe.each(Object.keys(starts))('%s', start => {
      beforeAll(() => starts[start](), LIMIT_MS);

      const lacks = name => !!lacksWasm && start === DEVELOPMENT && name === 'slim';
      test.each(names)('a page: %s', { timeout: LIMIT_MS }, name =>
        application.showsClient(`/${name}`, { lacksWasm: lacks(name) }),
      );
      test.each(names)('the server: %s', { timeout: LIMIT_MS }, name => application.answersClient(`/server/${name}`));
    });
  });
}
