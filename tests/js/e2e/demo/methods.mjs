// Every method of the Client object by its button, with the result that the page shows.
import { equal, eventually, match, ok, step } from '../lib/checks.mjs';

const REDIRECT = 'https://app.example.com/?list=a,b&name=Zoë&next=https%3A%2F%2Fx.example%2F%3Fq%3D1%252C2#part';

export async function methods({ demo, page, ada, grace }) {
  await step('there is a button for each of the 13 methods', async () => {
    const names = await page
      .locator('.method-run')
      .evaluateAll(buttons => buttons.map(button => button.dataset.method));
    equal(
      names.toSorted(),
      [
        '__internal_toSnapshot',
        'buildTouchUrl',
        'clearCache',
        'create',
        'destroy',
        'isEligibleForTouch',
        'isNew',
        'reload',
        'removeSessions',
        'resetSignIn',
        'resetSignUp',
        'toAndroid',
        'toBackend',
      ],
      'the methods',
    );
    equal(await demo.count('.method-run[data-effect=danger]'), 3, 'the methods marked as destructive');
  });

  await step('buildTouchUrl() keeps a redirect URL intact', async () => {
    await page.fill('#touch-redirect', REDIRECT);
    match(await demo.run('buildTouchUrl'), /^string http.*0 requests/u, 'the result');
    const url = new URL(await demo.text('#result-buildTouchUrl code'));
    equal(url.pathname, '/v1/client/touch', 'the path');
    equal(url.searchParams.getAll('redirect_url'), [new URL(REDIRECT).href], 'redirect_url');
  });

  await step('buildTouchUrl() refuses what is no URL, in a sentence', async () => {
    await page.fill('#touch-redirect', 'not a url');
    match(await demo.run('buildTouchUrl'), /URL/u, 'the result');
    equal(await demo.count('#result-buildTouchUrl [role=alert]'), 1, 'the alerts in the result');
  });

  await step('clearCache(), isNew() and isEligibleForTouch() answer without a request', async () => {
    match(await demo.run('clearCache'), /^undefined .*· 0 requests/u, 'clearCache()');
    match(await demo.run('isNew'), /^boolean false .*· 0 requests/u, 'isNew()');
    match(await demo.run('isEligibleForTouch'), /^boolean false .*· 0 requests/u, 'isEligibleForTouch()');
  });

  await step('reload() resolves the same client object after one GET', async () => {
    match(await demo.run('reload'), /^ClientResource same client object: true .*· 1 request ·/u, 'reload()');
    equal((await demo.requests()).at(-1), 'GET /v1/client 200', 'the last request');
  });

  await step('resetSignIn() drops the attempt in progress and asks nobody', async () => {
    await demo.act('Grace', 'remove');
    await eventually(() => demo.card('Grace').count(), 0, 'Grace’s card');
    await demo.beginCodeSignIn(grace);
    await demo.expectProperty('signIn', 'SignInResource', /^id sia_/u);
    match(await demo.run('resetSignIn'), /^undefined .*· 0 requests/u, 'resetSignIn()');
    await demo.expectProperty('signIn', 'SignInResource', /^id none · status null$/u);
    await demo.click('#sign-in-code button.quiet:last-child');
  });

  await step('resetSignUp() drops the attempt in progress and asks nobody', async () => {
    await demo.beginSignUp({ ...grace, emailAddress: `second.${grace.emailAddress}` });
    await demo.expectProperty('signUp', 'SignUpResource', /^id sua_/u);
    match(await demo.run('resetSignUp'), /^undefined .*· 0 requests/u, 'resetSignUp()');
    await demo.expectProperty('signUp', 'SignUpResource', /^id none · status null$/u);
    await demo.click('#sign-up-code button.quiet:last-child');
  });

  await step('__internal_toSnapshot(), toBackend() and toAndroid() give the three documents', async () => {
    const { id, sessions } = await page.evaluate(() => ({
      id: window.clerk.client.id,
      sessions: window.clerk.client.sessions.length,
    }));
    const json = async method => {
      match(await demo.run(method), /\d+ keys.*· 0 requests/u, `${method}()`);
      await demo.click(`#result-${method} summary`);
      return JSON.parse(await demo.text(`#result-${method} pre`));
    };
    const snapshot = await json('__internal_toSnapshot');
    equal([snapshot.object, snapshot.id, snapshot.sessions.length], ['client', id, sessions], 'the snapshot');
    const tokens = await page.evaluate(
      () => JSON.stringify(window.clerk.client.__internal_toSnapshot()).match(/eyJ[\w-]+\.eyJ/gu)?.length ?? 0,
    );
    ok(tokens > 0, 'the snapshot has no session token, so nothing shows that the page hides it');
    ok(!/eyJ[\w-]+\.eyJ/u.test(await page.content()), 'a session token is in the page');
    const backend = await json('toBackend');
    equal(
      [backend.id, backend.sessionIds.length, typeof backend.createdAt],
      [id, sessions, 'number'],
      'the backend client',
    );
    const android = await json('toAndroid');
    equal([android.id, typeof android.updated_at], [id, 'number'], 'the Android client');
  });

  await step('removeSessions() resolves the same client object and keeps the client', async () => {
    const id = await page.evaluate(() => window.clerk.client.id);
    match(
      await demo.run('removeSessions'),
      /^ClientResource same client object: true .*· 1 request ·/u,
      'removeSessions()',
    );
    await demo.expectCards(0);
    await demo.expectProperty('id', 'string', `"${id}"`);
    await demo.expectProperty('sessions', 'Array(0)', '[]');
    equal(await page.evaluate(() => window.clerk.session), null, 'clerk.session');
  });

  await step('create() resolves the same client object', async () => {
    match(await demo.run('create'), /^ClientResource same client object: true .*· 1 request ·/u, 'create()');
    match((await demo.requests()).at(-1), /^PUT \/v1\/client 200$/u, 'the last request');
    await demo.expectProperty('id', 'string', /^"client_\w+"$/u);
  });

  let destroyed;
  await step('destroy() resolves undefined and empties the client', async () => {
    await demo.signIn(ada);
    await demo.expectCurrent('Ada Lovelace');
    destroyed = await page.evaluate(() => window.clerk.client.id);
    match(await demo.run('destroy'), /^undefined .*· 1 request ·/u, 'destroy()');
    await demo.expectCards(0);
    for (const name of [
      'cookieExpiresAt',
      'createdAt',
      'updatedAt',
      'lastActiveSessionId',
      'lastAuthenticationStrategy',
    ])
      await demo.expectProperty(name, 'null');
    await demo.expectProperty('sessions', 'Array(0)', '[]');
    match(await demo.run('isNew'), /^boolean true/u, 'isNew()');
    equal(await demo.text('#cookie-remaining'), 'no cookie yet', 'the cookie bar');
  });

  await step('create() after destroy() makes another client', async () => {
    match(await demo.run('create'), /^ClientResource same client object: true .*· 1 request ·/u, 'create()');
    const id = await page.evaluate(() => window.clerk.client.id);
    ok(/^client_/u.test(id) && id !== destroyed, `the destroyed client was ${destroyed}, the created one is ${id}`);
    match(await demo.run('isNew'), /^boolean false/u, 'isNew()');
    match(await demo.text('#cookie-remaining'), /^\d+ days left$/u, 'the cookie bar');
  });

  await step('after destroy(), both accounts sign in; sign-out empties the client', async () => {
    await demo.signIn(ada);
    await demo.expectCurrent('Ada Lovelace');
    await demo.signIn(grace);
    await demo.expectCurrent('Grace Hopper');
    await demo.click('#sign-out');
    await demo.expectCards(0);
    equal(
      await page.evaluate(() => [window.clerk.session, window.clerk.user]),
      [null, null],
      'clerk.session and clerk.user',
    );
    equal(await demo.focused(), 'sessions-title', 'the focused element');
    await eventually(() => demo.text('#toast'), 'Signed out of every session', 'the announcement');
    equal(new URL(page.url()).pathname, '/', 'the page after signing out');
  });
}
