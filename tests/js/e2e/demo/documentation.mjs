// The documentation's example on a page with nothing but the package, with a development and a production key, from
// both entries of the package.
import { serveBare } from '../lib/bare-server.mjs';
import { complaints } from '../lib/browser.mjs';
import { equal, match, ok, step } from '../lib/checks.mjs';

const ENTRIES = {
  '.': `import { Clerk } from '/pkg/index.js'`,
  './slim': `import init, { Clerk } from '/pkg/slim.js'\n      await init()`,
};
const KEYS = {
  development: `pk_test_${btoa('demo.accounts.dev$')}`,
  production: `pk_live_${btoa('clerk.example.com$')}`,
};
// What a load sends, as `logical method path`, the method on the wire after it.
const LOADING = {
  development: ['POST /v1/dev_browser (POST)', 'PATCH /v1/environment (POST)', 'GET /v1/client (GET)'],
  production: ['GET /v1/environment (GET)', 'GET /v1/client (GET)'],
};
// A header beyond these would make the browser ask for permission first, which loses cookies in Safari.
const SIMPLE_HEADERS =
  /^(accept|accept-language|content-type|cookie|origin|referer|user-agent|sec-.*|host|connection|content-length|accept-encoding|cache-control|pragma)$/u;

const bare = (entry, key, emulator) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>bare</title><link rel="icon" href="data:,"></head>
  <body>
    <script type="module">
      ${ENTRIES[entry]}

      const publishableKey = '${key}'
      const clerk = new Clerk(publishableKey, { proxyUrl: '${emulator}' })
      await clerk.load()
      await clerk.client

      window.clerk = clerk
      document.title = 'loaded'
    </script>
  </body>
</html>`;

const pathOf = (entry, instance) => `/${entry === '.' ? 'inlined' : 'slim'}-${instance}.html`;

async function openBare({ browser, emulatorUrl, server }, entry, instance) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const heard = complaints(page);
  const requests = [];
  page.on('request', request => {
    const url = new URL(request.url());
    if (url.href.startsWith(emulatorUrl))
      requests.push({
        request,
        url,
        line: `${url.searchParams.get('_method') ?? request.method()} ${url.pathname} (${request.method()})`,
      });
  });
  await page.goto(server.url + pathOf(entry, instance));
  await page
    .waitForFunction(() => document.title === 'loaded', null, { timeout: 20_000 })
    .catch(() => {
      throw new Error(`the example did not come to its end\n${heard.drain().join('\n')}`);
    });
  return { context, page, heard, requests };
}

const cookieNames = async context => (await context.cookies()).map(cookie => cookie.name);

export async function documentation({ browser, url, emulatorUrl }) {
  const pages = new Map(
    Object.keys(ENTRIES).flatMap(entry =>
      Object.entries(KEYS).map(([instance, key]) => [pathOf(entry, instance), bare(entry, key, emulatorUrl)]),
    ),
  );
  const server = await serveBare(pages, url);
  for (const entry of Object.keys(ENTRIES)) {
    for (const instance of Object.keys(KEYS)) {
      const where = `${entry} with a ${instance} key`;
      let bench;
      await step(`${where}: the example runs to its end and clerk.client is there`, async () => {
        bench = await openBare({ browser, emulatorUrl, server }, entry, instance);
        const seen = await bench.page.evaluate(() => {
          const { client } = window.clerk;
          return {
            client: typeof client,
            same: client === window.clerk.client,
            sessions: client.sessions.length,
            loaded: window.clerk.loaded,
            status: window.clerk.status,
            instance: window.clerk.instanceType,
            session: window.clerk.session,
            user: window.clerk.user,
          };
        });
        equal(
          seen,
          {
            client: 'object',
            same: true,
            sessions: 0,
            loaded: true,
            status: 'ready',
            instance,
            session: null,
            user: null,
          },
          'what the example sees',
        );
      });
      if (!bench) continue;

      await step(`${where}: the requests of loading are the documented ones, in order, and simple`, async () => {
        equal(
          bench.requests.map(({ line }) => line),
          LOADING[instance],
          'the requests',
        );
        for (const { request, url } of bench.requests) {
          equal(
            Object.keys(request.headers()).filter(name => !SIMPLE_HEADERS.test(name)),
            [],
            `custom headers of ${url.pathname}`,
          );
          if (!url.pathname.endsWith('/dev_browser'))
            equal(url.searchParams.get('__clerk_api_version'), '2026-05-12', `the API version of ${url.pathname}`);
        }
        const carriesToken = bench.requests.slice(1).map(({ url }) => url.searchParams.has('__clerk_db_jwt'));
        ok(
          carriesToken.every(carries => carries === (instance === 'development')),
          `__clerk_db_jwt in the requests: ${carriesToken}`,
        );
      });

      await step(
        `${where}: ${instance === 'development' ? 'the browser’s token is in a cookie' : 'no development cookie is written'}`,
        async () => {
          const names = await cookieNames(bench.context);
          const development = names.filter(name => name.startsWith('__clerk_db_jwt'));
          if (instance === 'production') equal(development, [], 'the development cookies');
          else match(development.sort().join(), /^__clerk_db_jwt,__clerk_db_jwt_[\w-]{8}$/u, 'the development cookies');
        },
      );

      await step(`${where}: a client that is created survives a reload of the page`, async () => {
        const { page, context } = bench;
        const id = await page.evaluate(async () => {
          const before = window.clerk.client;
          const created = await before.create();
          return created === before && window.clerk.client === before ? created.id : 'another object';
        });
        match(id, /^client_\w+$/u, 'the id of the created client');
        if (instance === 'production') {
          const cookie = (await context.cookies()).find(({ name }) => name === '__client');
          ok(cookie, 'there is no __client cookie');
          equal(cookie.httpOnly, true, 'HttpOnly of __client');
          ok(!(await page.evaluate(() => document.cookie)).includes('__client='), '__client can be read by scripts');
        }
        await page.reload();
        await page.waitForFunction(() => document.title === 'loaded');
        equal(await page.evaluate(() => window.clerk.client.id), id, 'the id after a reload');
      });

      await step(`${where}: the console has no error`, async () => equal(bench.heard.drain(), [], 'the complaints'));
      await bench.context.close();
    }
  }
  server.close();
}
