// Clerk's own middleware before an application of Next: whoever has signed in by our client gets past it with the first request.
import { createPublicKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startEmulator } from '../../differential/lib/emulator.mjs';
import { launch } from '../../e2e/lib/browser.mjs';
import { LIVE } from '../../package/lib/fapi.mjs';
import { Project } from '../lib/project.mjs';

const LIMIT_MS = 480_000;
const NEXT = 'node_modules/next/dist/bin/next';
const ada = { email_address: 'ada@example.com', password: 'correct-horse-battery' };

// Of a production instance: who is new to one of development is sent to the Frontend API's handshake, which the emulator has not.
const environment = `NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=${LIVE}
CLERK_SECRET_KEY=sk_live_nobodys
NEXT_PUBLIC_CLERK_SIGN_IN_URL=/sign-in
`;

const layout = `export default function Layout({ children }) {
  return <html lang="en"><head><link rel="icon" href="data:," /></head><body>{children}</body></html>;
}
`;

/** With the key there the middleware asks nobody whether a token is good. */
const middleware = jwtKey => `import { clerkMiddleware } from '@clerk/nextjs/server';

const guard = async (auth, { nextUrl }) => {
  if (nextUrl.pathname === '/protected') await auth.protect();
};
export default clerkMiddleware(guard, { jwtKey: ${JSON.stringify(jwtKey)} });
export const config = { matcher: '/((?!_next).*)' };
`;

const home = emulator => `'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Clerk } from 'clerk-wasm';

export default function Home() {
  const router = useRouter();
  useEffect(() => {
    window.router = router;
    const clerk = new Clerk('${LIVE}', { proxyUrl: '${emulator}' });
    window.loading = clerk.load().then(() => clerk);
  }, [router]);
  return null;
}
`;

const secret = `import { auth } from '@clerk/nextjs/server';

export default async function Secret() {
  return <p>{(await auth()).userId}</p>;
}
`;

let browser, context, emulator, project, server, tab, userId;

async function build() {
  const { keys } = await (await fetch(`${emulator.url}/.well-known/jwks.json`)).json();
  const jwtKey = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  project = await Project.create({
    '.env': environment,
    'proxy.js': middleware(jwtKey),
    'app/layout.js': layout,
    'app/page.js': home(emulator.url),
    'app/protected/page.js': secret,
    'app/sign-in/page.js': `export default () => <p>sign in</p>;\n`,
  });
  await project.add('next@16', 'react@19', 'react-dom@19', '@clerk/nextjs@7');
  await project.run(NEXT, 'build');
  server = await project.serve([NEXT, 'start', '--port', '0'], /http:\/\/localhost:\d+/u);
}

/** A new browser on the application's first page, and what the server answers to it from then on. */
async function open() {
  context = await browser.newContext();
  tab = await context.newPage();
  await tab.goto(`${server.url}/protected`);
  expect(new URL(tab.url()).pathname).toBe('/sign-in');
  await tab.goto(server.url);
  const answers = [];
  tab.on('response', response => {
    const { origin, pathname } = new URL(response.url());
    if (origin === server.url && !pathname.startsWith('/_next')) answers.push(`${response.status()} ${pathname}`);
  });
  return answers;
}

const signIn = () =>
  tab.evaluate(async ({ email_address, password }) => {
    window.clerk = await window.loading;
    await window.clerk.client.signIn.create({ identifier: email_address, password });
  }, ada);

describe.runIf(process.env.THOROUGH)('the middleware of @clerk/nextjs', () => {
  beforeAll(async () => {
    [browser, emulator] = await Promise.all([launch(), startEmulator(process.env.EMULATOR)]);
    // As of the instance that the key names.
    await emulator.control('PATCH settings', { issuer: 'https://clerk.example.com' });
    const { users } = await emulator.control('POST seed', { users: [ada] });
    userId = users[0].id;
    await build();
  }, LIMIT_MS);
  afterEach(() => context?.close());
  afterAll(async () => {
    await server?.close();
    await Promise.all([browser?.close(), emulator?.stop(), project?.remove()]);
  }, LIMIT_MS);

  test('setActive({ navigate }) goes to a protected page, and the first request shows it', {
    timeout: LIMIT_MS,
  }, async () => {
    const answers = await open();
    await signIn();
    const cookies = await tab.evaluate(async () => {
      const { clerk, router } = window;
      const session = clerk.client.signIn.createdSessionId;
      let seen;
      const navigate = () => {
        seen = document.cookie;
        router.push('/protected');
      };
      await clerk.setActive({ session, navigate });
      return seen;
    });
    expect(cookies).toMatch(/__session=ey/u);
    await tab.waitForURL(`${server.url}/protected`);
    expect(await tab.locator('p').textContent()).toBe(userId);
    expect(answers).toEqual(['200 /protected']);
  });

  test('without setActive() the same way ends at the sign-in', { timeout: LIMIT_MS }, async () => {
    const answers = await open();
    await signIn();
    await tab.evaluate(() => window.router.push('/protected'));
    await tab.waitForURL(`${server.url}/sign-in?*`);
    expect(answers[0]).toBe('307 /protected');
  });
});
