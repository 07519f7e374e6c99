// Two accounts on one client: sign-up, switching, tokens, ending, removing, both ways to sign in.
import { equal, eventually, match, ok, step } from '../lib/checks.mjs';
import { wrong } from '../lib/emulator.mjs';

const REFUSED = /Failed to load resource: the server responded with a status of 4\d\d/u;

export async function accounts({ demo, page, emulator, ada, grace, shots }) {
  await step('asks for what a sign-up lacks, before any request', async () => {
    const before = await demo.text('#requests-count');
    await demo.click('#sign-up button.primary');
    equal(await demo.text('#sign-up-emailAddress-error'), 'Email address is needed.', 'the message');
    equal(await demo.attribute('#sign-up-emailAddress', 'aria-invalid'), 'true', 'aria-invalid');
    equal(await demo.focused(), 'sign-up-emailAddress', 'the focused element');
    equal(await demo.text('#requests-count'), before, 'the request count');
  });

  await step('sign-up: the code arrives in the mail panel, and survives a reload of the page', async () => {
    await demo.beginSignUp(ada);
    equal(await demo.focused(), 'sign-up-code-code', 'the focused element');
    match(await demo.text('#sign-up-code .intro'), new RegExp(ada.emailAddress, 'u'), 'the intro');
    await demo.expectProperty('signUp', 'SignUpResource', /id sua_\w+ · status missing_requirements/u);
    const code = await emulator.codeFor(ada.emailAddress);
    equal(await demo.text(`.mail[data-to="${ada.emailAddress}"] code`), code, 'the code in the mail panel');
    await demo.open();
    await eventually(() => demo.count('#sign-up-code'), 1, 'the code form after a reload');
  });

  await step(
    'sign-up: a wrong code is refused beside the field, and nothing is lost',
    async () => {
      await page.fill('#sign-up-code-code', wrong(await emulator.codeFor(ada.emailAddress)));
      await demo.click('#sign-up-code button.primary');
      await demo.expectFieldError('sign-up-code', 'code', /incorrect/iu);
      ok((await page.inputValue('#sign-up-code-code')).length === 6, 'the code field was emptied');
      await demo.expectProperty('signUp', 'SignUpResource', /status missing_requirements/u);
      equal(await demo.count('.request[data-state=refused]'), 1, 'the refused requests in the list');
    },
    { allowConsole: REFUSED },
  );

  await step('sign-up: the code of the mail makes the first session', async () => {
    await demo.useCode('sign-up-code', ada.emailAddress);
    await demo.expectCurrent('Ada Lovelace');
    equal(await demo.text('.card-address'), ada.emailAddress, 'the address on the card');
    equal(await demo.text('.badge[data-status]'), 'active', 'the status on the card');
    equal(await demo.text('.avatar'), 'AL', 'the initials');
    match(await demo.text('.card .facts'), /expires\s+in \d+ (days|hours|month)/u, 'the expiry on the card');
    match(await demo.text('#toast'), /Signed up as ada/u, 'the announcement');
    await demo.expectProperty('sessions', 'Array(1) of SessionResource', /^\[sess_[\w…]+\]$/u);
    await demo.expectProperty('signedInSessions', 'Array(1) of SessionResource');
    await demo.expectProperty('id', 'string', /^"client_\w+"$/u);
    await demo.expectProperty('lastActiveSessionId', 'string', /^"sess_\w+"$/u);
    await demo.expectProperty('lastAuthenticationStrategy', 'string', /^"email_code"$/u);
    await demo.expectProperty('createdAt', 'Date', /^20\d\d-.*Z$/u);
    await demo.expectProperty('cookieExpiresAt', 'Date', /^20\d\d-.*Z$/u);
    await demo.expectProperty('signUp', 'SignUpResource');
  });

  await step('shows the cookie’s days as a meter with the touch mark', async () => {
    match(await demo.text('#cookie-remaining'), /^\d+ days left$/u, 'the remaining days');
    equal(await demo.text('#cookie-eligible'), 'isEligibleForTouch() false', 'the eligibility');
    const [now, max] = [
      Number(await demo.attribute('[role=meter]', 'aria-valuenow')),
      Number(await demo.attribute('[role=meter]', 'aria-valuemax')),
    ];
    ok(now > 8 && now <= max, `the meter says ${now} of ${max}`);
    const mark = await page
      .locator('.bar-mark')
      .evaluate(element => element.offsetLeft / element.parentElement.offsetWidth);
    ok(
      Math.abs(mark - 8 / max) < 0.02,
      `the touch mark is at ${mark.toFixed(3)} of the bar, not at ${(8 / max).toFixed(3)}`,
    );
  });

  await step('no password, code or token of the forms is in the page', async () => {
    const text = await page.evaluate(() => document.getElementById('wire').textContent);
    ok(text.includes('/sign_ups'), 'the sign-up’s requests are not in the list');
    ok(!text.includes(ada.password), 'the password is in the request list');
    ok(!text.includes(await emulator.codeFor(ada.emailAddress)), 'the code is in the request list');
  });

  await step('a second account joins beside the first', async () => {
    await demo.signUp(grace);
    await demo.expectCards(2);
    equal(await demo.text('#sessions-count'), '2 sessions', 'the session count');
    await demo.expectProperty('sessions', 'Array(2) of SessionResource');
    equal(await demo.text('#sign-out'), 'Sign out of all', 'the sign-out button');
    match(await demo.text('#auth-title'), /Add another account/u, 'the form’s title');
    const sent = await page.locator('.request[data-path$="/sign_ups"] .pairs').last().textContent();
    match(sent, /password•+/u, 'the form of the sign-up request');
    await page.screenshot({ path: `${shots}/desktop-light.png` });
  });

  await step('switches between the sessions', async () => {
    const id = await demo.card('Ada').getAttribute('data-session');
    const emissions = Number.parseInt(await demo.text('#emissions-count'), 10);
    await demo.act('Ada', 'switch');
    await demo.expectCurrent('Ada Lovelace');
    await demo.expectProperty('lastActiveSessionId', 'string', `"${id}"`);
    await eventually(
      async () => (await demo.requests()).at(-1),
      `POST /v1/client/sessions/${id}/touch 200`,
      'the last request',
    );
    ok(Number.parseInt(await demo.text('#emissions-count'), 10) > emissions, 'switching emitted nothing');
    equal(
      await demo.attribute('.emission [data-resource=session]', 'data-change'),
      'new',
      'the session in the last emission',
    );
    equal(await page.evaluate(() => window.clerk.session.id), id, 'clerk.session.id');
    equal(await page.evaluate(() => window.clerk.user.firstName), 'Ada', 'clerk.user.firstName');
    ok(await demo.card('Ada').locator('[data-action=switch]').isHidden(), 'the current card still has “Switch”');
  });

  await step('touches a session, and shows a token’s claims but not the token', async () => {
    await demo.act('Grace', 'touch');
    await eventually(() => demo.text('#toast'), 'Touched', 'the announcement');
    const user = await page.evaluate(() => window.clerk.user.id);
    await demo.act('Ada', 'get-token');
    const claims = demo.card('Ada').locator('.claims');
    await eventually(() => claims.locator('[data-claim=sub] dd').innerText(), user, 'the claim sub');
    match(await claims.locator('[data-claim=exp] dd').innerText(), /^in \d+ seconds?$/u, 'the claim exp');
    match(await claims.locator('[data-claim=sid] dd').innerText(), /^sess_/u, 'the claim sid');
    match(await demo.card('Ada').locator('.token-head').innerText(), /^RS256 signed/u, 'the token’s header');
    const raw = await page.evaluate(() => window.clerk.session.getToken());
    ok(raw.split('.').length === 3 && !(await page.content()).includes(raw), 'the token is in the page');
  });

  await step('removes one session; the focus goes to the panel’s title', async () => {
    await demo.act('Grace', 'remove');
    await demo.expectCards(1);
    await demo.expectCurrent('Ada Lovelace');
    equal(await demo.focused(), 'sessions-title', 'the focused element');
    await demo.expectProperty('sessions', 'Array(1) of SessionResource');
  });

  await step(
    'sign-in: a wrong password is refused beside the field, and nothing is lost',
    async () => {
      await demo.signIn({ ...grace, password: 'not-her-password' });
      await demo.expectFieldError('sign-in-password', 'password', /^Password is incorrect\./u);
      match(await demo.text('#sign-in-password .intro'), new RegExp(grace.emailAddress, 'u'), 'the intro');
      await demo.expectCurrent('Ada Lovelace');
      await demo.expectCards(1);
    },
    { allowConsole: REFUSED },
  );

  await step(
    'sign-in: an unknown address is refused beside its field',
    async () => {
      await demo.identify('nobody@example.com');
      await demo.expectFieldError('sign-in', 'identifier', /find your account/u);
      equal(await demo.count('#sign-in [aria-invalid=true]'), 1, 'the highlighted fields');
    },
    { allowConsole: REFUSED },
  );

  await step('sign-in with the password brings the second account back', async () => {
    await demo.signIn(grace);
    await demo.expectCurrent('Grace Hopper');
    await demo.expectCards(2);
    await demo.expectProperty('lastAuthenticationStrategy', 'string', '"password"');
    equal(await page.inputValue('#sign-in-identifier'), '', 'the field after the sign-in');
  });

  await step('ends the current session: it cannot be switched to any more', async () => {
    const id = await demo.card('Grace').getAttribute('data-session');
    await demo.act('Grace', 'end');
    await eventually(
      () => page.evaluate(ended => window.clerk.client.signedInSessions.some(session => session.id === ended), id),
      false,
      'the ended session among the signed-in ones',
    );
    await eventually(() => demo.text('#sessions-count'), /^1 (session|of 2 signed in)$/u, 'the session count');
    await eventually(
      () => page.evaluate(() => window.clerk.session?.user.firstName ?? null),
      /^(null|Ada)$/u,
      'the session that is current now',
    );
    await demo.act('Ada', (await demo.card('Ada').locator('[data-action=switch]').isVisible()) ? 'switch' : 'touch');
    await demo.expectCurrent('Ada Lovelace');
  });

  await step('sign-in with a code by mail', async () => {
    await demo.beginCodeSignIn(grace);
    await demo.expectProperty('signIn', 'SignInResource', /id sia_\w+ · status needs_first_factor/u);
    await demo.useCode('sign-in-code', grace.emailAddress);
    await demo.expectCurrent('Grace Hopper');
    await demo.expectProperty('lastAuthenticationStrategy', 'string', '"email_code"');
    await demo.expectProperty('signedInSessions', 'Array(2) of SessionResource');
  });

  await step('a reload of the page keeps both sessions and asks for no new browser token', async () => {
    await demo.open();
    await eventually(
      () => page.evaluate(() => window.clerk.client.signedInSessions.length),
      2,
      'the signed-in sessions',
    );
    await demo.expectCurrent('Grace Hopper');
    ok(!(await demo.requests()).some(line => line.includes('dev_browser')), 'a new browser token was asked for');
  });
}
