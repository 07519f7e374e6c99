// What the page says when something it needs is not there.
import { equal, eventually, match, step } from '../lib/checks.mjs';
import { DemoPage } from '../lib/demo-page.mjs';

export async function troubles({ browser, url, emulator, emulatorUrl }) {
  // Each in a browser of its own, whose console is expected to complain.
  const fresh = async (work, prepare = async () => {}) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    try {
      const page = await context.newPage();
      await prepare(page);
      await work(new DemoPage(page, url), page);
    } finally {
      await context.close();
    }
  };
  const says = async (demo, title, command) => {
    await eventually(() => demo.text('#trouble'), title, 'the trouble panel', 15_000);
    equal(await demo.text('#trouble code'), command, 'the command to run');
    equal(await demo.attribute('#trouble', 'role'), 'alert', 'the role of the trouble panel');
  };

  await step('without the package it says how to build it', () =>
    fresh(
      async (demo, page) => {
        await page.goto(url);
        await says(demo, /The package is not built/u, 'cargo xtask build');
        equal(await demo.text('#status'), 'error', 'the status');
      },
      page => page.route('**/pkg/slim.js', route => route.fulfill({ status: 404, body: 'not found' })),
    ),
  );

  await step('without a configuration it says how to serve it', () =>
    fresh(
      async (demo, page) => {
        await page.goto(url);
        await says(demo, /no configuration/u, 'cargo xtask demo');
      },
      page => page.route('**/config.json', route => route.fulfill({ status: 404, body: 'not found' })),
    ),
  );

  await step('with a key that is none it says what is wrong', () =>
    fresh(
      async (demo, page) => {
        await page.goto(url);
        await eventually(() => demo.text('#trouble'), /key/iu, 'the trouble panel');
        equal(await demo.text('#status'), 'error', 'the status');
      },
      page =>
        page.route('**/config.json', route =>
          route.fulfill({ json: { publishableKey: 'nonsense', proxyUrl: emulatorUrl, emulator: emulatorUrl } }),
        ),
    ),
  );

  await step('with the Frontend API down it says how to start it, and “Try again” works', () =>
    fresh(async (demo, page) => {
      await emulator.fault({ method: 'GET', path: '/v1/client', times: null, status: 503 });
      await page.goto(url);
      await says(demo, /Frontend API does not answer/u, 'cargo xtask demo');
      match(await demo.text('#trouble'), new RegExp(emulatorUrl, 'u'), 'the trouble panel');
      await emulator.clearFaults();
      await demo.click('#trouble button');
      await eventually(() => demo.text('#status'), 'ready', 'the status after trying again', 15_000);
      equal(await demo.text('#trouble'), '', 'the trouble panel after trying again');
    }),
  );

  await step('after a short outage the notice goes away by itself', () =>
    fresh(async (demo, page) => {
      await emulator.fault({ method: 'GET', path: '/v1/client', times: 1, status: 503 });
      await emulator.fault({ method: 'GET', path: '/v1/client', times: 1, delay_ms: 1500 });
      await page.goto(url);
      await says(demo, /Frontend API does not answer/u, 'cargo xtask demo');
      await eventually(() => demo.text('#status'), 'ready', 'the status after the outage', 10_000);
      await eventually(() => demo.text('#trouble'), '', 'the trouble panel after the outage');
    }),
  );

  await step('on a real instance the mail panel says where codes come from', () =>
    fresh(
      async demo => {
        await demo.open();
        match(await demo.text('#outbox'), /codes come by mail/u, 'the mail panel');
      },
      async page => {
        const config = await (await fetch(`${url}/config.json`)).json();
        await page.route('**/config.json', route => route.fulfill({ json: { ...config, emulator: null } }));
      },
    ),
  );
}
