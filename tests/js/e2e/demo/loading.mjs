// The first screen, before anybody signs in.
import { equal, eventually, match, ok, step } from '../lib/checks.mjs';

const TYPES = {
  captchaBypass: /^boolean$/u,
  cookieExpiresAt: /^(null|Date)$/u,
  createdAt: /^(null|Date)$/u,
  id: /^(undefined|string)$/u,
  lastActiveSessionId: /^(null|undefined)$/u,
  lastAuthenticationStrategy: /^null$/u,
  sessions: /^Array\(0\)$/u,
  signedInSessions: /^Array\(0\)$/u,
  signIn: /^SignInResource$/u,
  signUp: /^SignUpResource$/u,
  updatedAt: /^(null|Date)$/u,
};

export async function loading({ demo, page }) {
  await step('opens and becomes ready', async () => {
    await demo.open();
    equal(await demo.text('#status'), 'ready', 'the status');
    equal(await page.title(), 'clerk-wasm · the Client object, live', 'the title');
    equal(await demo.text('#trouble'), '', 'the trouble panel');
  });

  await step('shows what the load cost', async () => {
    match(await demo.text('[data-proof=bytes]'), /^\d+(\.\d)? KB$/u, 'the package’s bytes');
    await eventually(
      () => demo.text('[data-proof=bytes-note]'),
      /^(un)?compressed; \d+(\.\d)? KB/u,
      'the note below the bytes',
    );
    match(await demo.text('[data-proof=ready]'), /^\d+(\.\d)? ms$/u, 'the time to clerk.client');
    equal(await demo.text('[data-proof=requests]'), '3', 'the requests until loaded');
    equal(await demo.text('[data-proof=instance]'), 'development', 'the instance');
  });

  await step('lists the requests of loading, in order, without the browser’s token', async () => {
    equal(
      await demo.requests(),
      ['POST /v1/dev_browser 200', 'PATCH /v1/environment 200', 'GET /v1/client 200'],
      'the requests',
    );
    await page.locator('.request summary').first().click();
    const query = await demo.text('.request .pairs dl');
    match(query, /__clerk_db_jwt\s+•+/u, 'the query of GET /v1/client');
    match(query, /__clerk_api_version\s+2026-05-12/u, 'the query of GET /v1/client');
    const token = (await page.context().cookies()).find(cookie => cookie.name === '__clerk_db_jwt')?.value;
    ok(token, 'there is no __clerk_db_jwt cookie');
    ok(!(await page.content()).includes(token), 'the browser’s token is in the page');
  });

  await step('shows all eleven properties with the types they have', async () => {
    equal(await demo.count('.property'), 11, 'the number of properties');
    for (const [name, type] of Object.entries(TYPES))
      match((await demo.property(name)).type, type, `the type of client.${name}`);
    equal((await demo.property('captchaBypass')).value, 'false', 'client.captchaBypass');
  });

  await step('says that nobody is signed in', async () => {
    equal(await demo.text('#sessions-count'), '0 sessions', 'the session count');
    match(await demo.text('#sessions .empty'), /No session on this client/u, 'the sessions panel');
    ok(await page.locator('#sign-out').isHidden(), 'the sign-out button is visible');
    match(await demo.text('#auth-hint'), /Nobody is signed in/u, 'the hint');
    await eventually(() => demo.text('#emissions-count'), /^[1-9]\d* emissions?$/u, 'the emissions');
    match(await demo.text('.emission'), /session\s+null/u, 'the first emission');
  });
}
