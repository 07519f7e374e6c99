// The package in a new application of Next: pages, server components and route handlers of both runtimes.
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { ENTRIES, Framework } from '../lib/framework.mjs';

const LIMIT_MS = 480_000;
const NEXT = 'node_modules/next/dist/bin/next';
const names = Object.keys(ENTRIES);
const application = new Framework();

const layout = `export default function Layout({ children }) {
  return (
    <html lang="en">
      <head><title>loading</title><link rel="icon" href="data:," /></head>
      <body>{children}</body>
    </html>
  );
}
`;

const page = name => `'use client';
import { useEffect } from 'react';
import { main } from '../../src/clerk/${name}.js';

export default function Page() {
  useEffect(() => void main(), []);
  return null;
}
`;

const component = name => `import { main } from '../../../src/clerk/${name}.server.js';

export const dynamic = 'force-dynamic';

export default async function Page() {
  return <p>{await main()}</p>;
}
`;

const handler = name => `import { main } from '../../../src/clerk/${name}.server.js';

export const dynamic = 'force-dynamic';

export const GET = async () => Response.json(await main());
`;

const filesOf = name => ({
  [`app/${name}/page.js`]: page(name),
  [`app/server/${name}/page.js`]: component(name),
  [`app/nodejs/${name}/route.js`]: handler(name),
});

// With webpack Next 16.4 cannot run any route handler of `app` in the edge runtime, not even one that imports nothing: it misses a
// `route_client-reference-manifest.js`. One of `pages` it can.
const EDGE = {
  '--turbopack': name => ({ [`app/api/${name}/route.js`]: `${handler(name)}export const runtime = 'edge';\n` }),
  '--webpack': name => ({
    [`pages/api/${name}.js`]: `import { main } from '../../src/clerk/${name}.server.js';

export const config = { runtime: 'edge' };
export default async () => Response.json(await main());
`,
  }),
};

describe.runIf(process.env.THOROUGH)('Next 16', () => {
  beforeAll(async () => {
    const files = Object.assign({ 'app/layout.js': layout }, ...names.map(filesOf));
    await application.create(files, 'next@16', 'react@19', 'react-dom@19');
  }, LIMIT_MS);
  afterAll(() => application.remove(), LIMIT_MS);

  describe.each(['--turbopack', '--webpack'])('%s', bundler => {
    beforeAll(async () => {
      await rm(application.project.file('app/api'), { recursive: true, force: true });
      await application.project.write(Object.assign({}, ...names.map(EDGE[bundler])));
    });

    describe.each(['dev', 'start'])('next %s', command => {
      beforeAll(async () => {
        await rm(application.project.file('.next'), { recursive: true, force: true, maxRetries: 5 });
        if (command === 'start') await application.project.run(NEXT, 'build', bundler);
        await application.serve([NEXT, command, '--port', '0', ...(command === 'dev' ? [bundler] : [])]);
      }, LIMIT_MS);

      test.each(names)('a page: %s', { timeout: LIMIT_MS }, name => application.showsClient(`/${name}`));
      test.each(names)('a server component: %s', { timeout: LIMIT_MS }, name =>
        application.answersClient(`/server/${name}`),
      );
      test.each(names)('a route handler in Node: %s', { timeout: LIMIT_MS }, name =>
        application.answersClient(`/nodejs/${name}`),
      );
      test.each(names)('a route handler in the edge runtime: %s', { timeout: LIMIT_MS }, name =>
        application.answersClient(`/api/${name}`),
      );
    });
  });
});
