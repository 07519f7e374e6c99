// Whatever proves a person first, each walked through with somebody whom the page offers.
import { equal, eventually, match, ok, step } from '../lib/checks.mjs';
import { wrong } from '../lib/emulator.mjs';
import { asVisitor, REFUSED } from '../lib/visitor.mjs';

const KATHERINE = 'katherine@example.com';
const PHONE = '+12015550101';

export async function firstFactors(visit) {
  const { emulator } = visit;
  const alone = (title, work, allowConsole) => step(title, () => asVisitor(visit, work, allowConsole));

  await alone('“Use” fills in who it is, and the account says what can prove it', async (demo, page) => {
    await demo.use(KATHERINE);
    equal(await page.inputValue('#sign-in-identifier'), KATHERINE, 'the identifier');
    await demo.click('#sign-in button.primary');
    await eventually(
      () => demo.strategies('sign-in'),
      ['password', 'email_code', 'phone_code', 'email_link', 'reset_password_email_code', 'reset_password_phone_code'],
      'the proofs',
    );
    match(
      await demo.text('[data-strategy=phone_code]'),
      /Code by text message\s+to \+12015550101/u,
      'the proof by phone',
    );
  });

  await alone(
    'a password by its username; a wrong one is refused at its field',
    async (demo, page) => {
      await demo.identify('katherine');
      await demo.prove('sign-in', 'password');
      await page.fill('#sign-in-password-password', 'not-hers');
      await demo.click('#sign-in-password button.primary');
      await demo.expectFieldError(
        'sign-in-password',
        'password',
        /^Password is incorrect\. Try again, or use another method\.\s+HTTP 422 · form_password_incorrect$/u,
      );
      await demo.press('#sign-in-password', 'Fill it in');
      equal(await demo.count('[aria-invalid=true]'), 0, 'the highlighted fields after the password was filled in');
      await demo.click('#sign-in-password button.primary');
      await demo.expectCurrent('Katherine Johnson');
    },
    REFUSED,
  );

  await alone(
    'a code by text message; a wrong one is refused at its field',
    async (demo, page) => {
      await demo.identify(PHONE);
      await demo.prove('sign-in', 'phone_code');
      await eventually(() => demo.count('#sign-in-code'), 1, 'the code form');
      await page.fill('#sign-in-code-code', wrong(await emulator.codeFor(PHONE)));
      await demo.click('#sign-in-code button.primary');
      await demo.expectFieldError('sign-in-code', 'code', /incorrect/iu);
      await demo.useCode('sign-in-code', PHONE);
      await demo.expectCurrent('Katherine Johnson');
    },
    REFUSED,
  );

  await alone('a link by email, which is opened in another tab', async demo => {
    await demo.identify(KATHERINE);
    await demo.prove('sign-in', 'email_link');
    equal(await demo.attribute('#sign-in-link .waiting', 'role'), 'status', 'the role of what says that it is waited');
    const other = await demo.openLink(KATHERINE);
    await demo.expectCurrent('Katherine Johnson');
    await eventually(() => other.text('#toast'), /The link is good/u, 'what the other tab says');
    equal(new URL(other.page.url()).search, '', 'the query of the other tab');
    match(await demo.text('#toast'), /Signed in as katherine/u, 'the announcement');
  });

  await alone('who does not wait for the link can go another way', async demo => {
    await demo.identify(KATHERINE);
    await demo.prove('sign-in', 'email_link');
    await demo.press('#sign-in-link', 'Start over');
    equal(await demo.focused(), 'sign-in-identifier', 'the focused element');
    await demo.signIn({ emailAddress: KATHERINE, password: 'orbits-by-hand-1962' });
    await demo.expectCurrent('Katherine Johnson');
  });

  await alone(
    'a forgotten password: a code, then another one, which has to be long enough',
    async (demo, page) => {
      await demo.identify(KATHERINE);
      await demo.prove('sign-in', 'reset_password_email_code');
      await demo.useCode('sign-in-code', KATHERINE);
      await eventually(demo.focused, 'sign-in-new-password-password', 'the focused element');
      await page.fill('#sign-in-new-password-password', 'short');
      await page.keyboard.press('Enter');
      await demo.expectFieldError('sign-in-new-password', 'password', /must be 8 characters or more/u);
      await page.fill('#sign-in-new-password-password', 'trajectories-1969');
      await page.keyboard.press('Enter');
      await demo.expectCurrent('Katherine Johnson');
    },
    REFUSED,
  );

  await alone(
    'a ticket that a backend has made; one that is none is refused',
    async (demo, page) => {
      await demo.click('#sign-in-tab');
      await demo.way('sign-in', 'ticket');
      await page.fill('#sign-in-ticket-ticket', 'nonsense');
      await demo.click('#sign-in-ticket button.primary');
      await eventually(() => demo.text('#sign-in-ticket .form-alert'), /ticket/iu, 'the form’s alert');
      await demo.press('#sign-in-ticket', 'Make one');
      await eventually(
        async () => (await page.inputValue('#sign-in-ticket-ticket')).split('.').length,
        3,
        'the parts of the ticket',
      );
      await demo.click('#sign-in-ticket button.primary');
      await demo.expectCurrent('Katherine Johnson');
      ok(!page.url().includes('ticket'), 'the ticket is in the address');
    },
    REFUSED,
  );

  await alone('a ticket of a link is filled in, and leaves the address', async (demo, page) => {
    await page.goto(`${visit.url}/?__clerk_status=sign_in&__clerk_ticket=from-a-mail`);
    await eventually(() => demo.count('#sign-in-ticket'), 1, 'the form of the ticket');
    equal(await page.inputValue('#sign-in-ticket-ticket'), 'from-a-mail', 'the ticket');
    equal(new URL(page.url()).search, '', 'the query');
  });
}
