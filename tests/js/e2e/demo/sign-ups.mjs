// Ways to sign up beside the password and a code by email, which accounts.mjs has.
import { equal, eventually, match, step } from '../lib/checks.mjs';
import { asVisitor, REFUSED } from '../lib/visitor.mjs';

const PHONE = '+12015550133';
const complaint = (code, paramName, longMessage) => ({
  code,
  message: 'is wrong',
  long_message: longMessage,
  meta: { param_name: paramName },
});

export async function signUps(visit) {
  const alone = (title, work, allowConsole) => step(title, () => asVisitor(visit, work, allowConsole));
  const example = async (demo, page) => {
    await demo.press('#sign-up', 'Fill in an example');
    return page.inputValue('#sign-up-emailAddress');
  };

  await alone('the fields are those of the instance', async (demo, page) => {
    const names = await page
      .locator('#sign-up input')
      .evaluateAll(inputs => inputs.map(input => input.name + (input.required ? '' : '?')));
    equal(names, ['firstName?', 'lastName?', 'username?', 'emailAddress', 'phoneNumber?', 'password'], 'the fields');
    await demo.toggle('username');
    equal(
      await page.locator('#sign-up-username').evaluate(input => input.required),
      true,
      'that the username is required',
    );
    await demo.toggle('username');
  });

  await alone(
    'several errors at once: each stands at its own field, and what has none above the button',
    async (demo, page) => {
      const errors = [
        complaint('form_password_pwned', 'password', 'This password is known to thieves.'),
        complaint('form_identifier_exists', 'email_address', 'That address is taken.'),
        complaint('too_many_requests', undefined, 'Come back later.'),
      ];
      await visit.emulator.fault({
        method: 'POST',
        path: '/v1/client/sign_ups',
        times: 1,
        status: 422,
        body: JSON.stringify({ errors }),
      });
      await demo.fill('sign-up', { emailAddress: 'katherine@example.com', password: 'long-enough-1' });
      await demo.click('#sign-up button.primary');
      await eventually(
        () => demo.text('#sign-up-password-error'),
        /^This password is known to thieves\./u,
        'the error of the password',
      );
      match(await demo.text('#sign-up-emailAddress-error'), /^That address is taken\./u, 'the error of the address');
      match(await demo.text('#sign-up .form-alert'), /^Come back later\./u, 'the form’s alert');
      equal(await demo.count('#sign-up [aria-invalid=true]'), 2, 'the highlighted fields');
      await page.fill('#sign-up-password', 'another-one-1');
      equal(await demo.text('#sign-up-password-error'), '', 'the error of a field that was changed');
    },
    REFUSED,
  );

  await alone(
    'what the emulator refuses stands at its field, and nothing is lost',
    async (demo, page) => {
      await demo.fill('sign-up', { emailAddress: 'nobody-yet@example.com', password: 'short' });
      await demo.click('#sign-up button.primary');
      await demo.expectFieldError('sign-up', 'password', /must be 8 characters or more/u);
      await demo.fill('sign-up', { emailAddress: 'katherine@example.com', password: 'long-enough-1' });
      await demo.click('#sign-up button.primary');
      await demo.expectFieldError('sign-up', 'emailAddress', /taken/u);
      equal(await page.inputValue('#sign-up-password'), 'long-enough-1', 'the password, which was right');
    },
    REFUSED,
  );

  await alone('a link by email, then a code by text message', async (demo, page) => {
    const address = await example(demo, page);
    await page.fill('#sign-up-phoneNumber', PHONE);
    await demo.click('#sign-up button.primary');
    await demo.prove('sign-up', 'email_link');
    await demo.openLink(address);
    await eventually(() => demo.text('#sign-up-code .intro'), `A code is on its way to ${PHONE}.`, 'the intro');
    await demo.useCode('sign-up-code', PHONE);
    await eventually(() => demo.text('#toast'), `Signed up as ${address}`, 'the announcement');
    equal(await demo.page.locator(`.person[data-person="${address}"]`).count(), 1, 'the person in the list');
  });

  await alone('an invitation brings its address along', async (demo, page) => {
    await demo.way('sign-up', 'ticket');
    await demo.press('#sign-up-ticket', 'Make one');
    await eventually(
      async () => (await page.inputValue('#sign-up-ticket-ticket')).split('.').length,
      3,
      'the parts of the ticket',
    );
    await demo.click('#sign-up-ticket button.primary');
    await eventually(() => demo.count('#sign-up-more'), 1, 'the form of what is missing');
    await page.fill('#sign-up-more-password', 'came-by-a-letter');
    await page.keyboard.press('Enter');
    await eventually(
      () => demo.text('#toast'),
      /^Signed up as \w+\.\w+\+clerk_test@example\.com$/u,
      'the announcement',
    );
  });
}
