// Accounts elsewhere: at a provider, by its page and in a window, and in the directory of an enterprise.
import { equal, eventually, ok, step } from '../lib/checks.mjs';
import { asVisitor, REFUSED } from '../lib/visitor.mjs';

const RADIA = 'radia@example.com';

export async function providers(visit) {
  const alone = (title, work, allowConsole) => step(title, () => asVisitor(visit, work, allowConsole));
  const chooseOn = async (page, address) => {
    await page.waitForURL(/\/_emulator\/provider\//u);
    await page.locator('button', { hasText: address }).click();
  };
  const typeOn = async (page, address) => {
    await page.waitForURL(/\/_emulator\/provider\//u);
    await page.fill('#account', address);
    await page.click('button.agree');
  };

  await alone('a sign-in by the provider’s page', async (demo, page) => {
    await demo.click('#sign-in-tab');
    await demo.way('sign-in', 'oauth_google');
    await chooseOn(page, RADIA);
    await demo.expectCurrent('Radia Perlman');
    await eventually(() => demo.text('#toast'), `Signed in as ${RADIA}`, 'the announcement');
    equal(new URL(page.url()).search, '', 'the query');
  });

  await alone('a sign-in in a window', async (demo, page) => {
    await demo.click('#sign-in-tab');
    const opened = page.waitForEvent('popup');
    await demo.way('sign-in', 'oauth_google-window');
    const popup = await opened;
    ok(page.url().startsWith(visit.url), 'the page has left');
    await popup.waitForURL(/\/_emulator\/provider\//u);
    const token = (await page.context().cookies()).find(cookie => cookie.name === '__clerk_db_jwt').value;
    ok(!(await page.content()).includes(token), 'the browser’s token is in the page');
    await Promise.all([page.waitForEvent('load'), chooseOn(popup, RADIA)]);
    await demo.expectCurrent('Radia Perlman');
    ok(popup.isClosed(), 'the window is still open');
  });

  await alone('a person who refuses is told so', async (demo, page) => {
    await demo.click('#sign-in-tab');
    await demo.way('sign-in', 'oauth_google');
    await page.waitForURL(/\/_emulator\/provider\//u);
    await page.click('button.refuse');
    await eventually(() => demo.text('#sign-in-ways .form-alert'), /did not grant access|denied/iu, 'the alert');
    equal(await demo.attribute('#sign-in-tab', 'aria-selected'), 'true', 'aria-selected of the tab');
  });

  await alone('a sign-in of nobody becomes a sign-up', async (demo, page) => {
    await demo.click('#sign-in-tab');
    await demo.way('sign-in', 'oauth_github');
    await chooseOn(page, 'hedy@example.com');
    await demo.expectCurrent('Hedy Lamarr');
    await eventually(() => demo.text('#toast'), /^Signed up as hedy/u, 'the announcement');
  });

  await alone('a sign-up of somebody becomes a sign-in', async (demo, page) => {
    await demo.way('sign-up', 'oauth_google');
    // The page that the provider comes back to goes on to the next one by itself.
    const arrived = page.waitForEvent('framenavigated', frame => /came=sign-in-complete/u.test(frame.url()));
    await Promise.all([arrived, chooseOn(page, RADIA)]);
    await page.waitForLoadState();
    await demo.expectCurrent('Radia Perlman');
    await eventually(() => demo.text('#toast'), /^Signed in as radia/u, 'the announcement');
  });

  await alone(
    'a sign-up in a window; afterwards the username is asked for that the instance wants',
    async (demo, page) => {
      await demo.toggle('username');
      const opened = page.waitForEvent('popup');
      await demo.way('sign-up', 'oauth_google-window');
      const popup = await opened;
      await Promise.all([page.waitForEvent('load'), typeOn(popup, 'annie@example.com')]);
      await eventually(() => demo.count('#sign-up-more'), 1, 'the form of what is missing');
      await demo.open();
      await eventually(() => demo.count('#sign-up-more'), 1, 'the form of what is missing, after a reload');
      await page.fill('#sign-up-more-username', 'an');
      await demo.click('#sign-up-more button.primary');
      await demo.expectFieldError('sign-up-more', 'username', /\w+ \w+/u);
      await page.fill('#sign-up-more-username', 'annie_easley');
      await demo.click('#sign-up-more button.primary');
      await demo.expectCurrent('annie@example.com');
      await demo.toggle('username');
    },
    REFUSED,
  );

  await alone('somebody of an enterprise signs in by its page, and by nothing else', async (demo, page) => {
    await demo.identify('edsger@big.example');
    await eventually(() => demo.strategies('sign-in'), ['enterprise_sso'], 'the proofs');
    await demo.prove('sign-in', 'enterprise_sso');
    await chooseOn(page, 'edsger@big.example');
    await demo.expectCurrent('Edsger Dijkstra');
  });

  await alone('somebody of an enterprise signs up by its page', async (demo, page) => {
    await demo.fill('sign-up', { emailAddress: 'tony@big.example', password: 'null-was-a-mistake' });
    await demo.click('#sign-up button.primary');
    await typeOn(page, 'tony@big.example');
    await demo.expectCurrent('tony@big.example');
  });
}
