// Whatever proves a person a second time.
import { equal, eventually, step } from '../lib/checks.mjs';
import { wrong } from '../lib/emulator.mjs';
import { asVisitor, REFUSED } from '../lib/visitor.mjs';

const ALAN = { emailAddress: 'alan@example.com', password: 'not-an-enigma-1936' };
const PHONE = '+12015550102';

export async function secondFactors(visit) {
  const { emulator } = visit;
  const alone = (title, work, allowConsole) => step(title, () => asVisitor(visit, work, allowConsole));

  /** Behind the password, and the second proof chosen. */
  const behindPassword = async (demo, strategy) => {
    await demo.signIn(ALAN);
    await eventually(
      () => demo.text('#sign-in-tab-panel .intro'),
      /second proof that you are alan@example\.com/u,
      'the intro',
    );
    await demo.prove('sign-in', strategy);
  };

  await alone(
    'an authenticator app; a wrong code is refused at its field',
    async (demo, page) => {
      await demo.signIn(ALAN);
      await eventually(() => demo.strategies('sign-in'), ['phone_code', 'totp', 'backup_code'], 'the second proofs');
      await demo.prove('sign-in', 'totp');
      await page.fill('#sign-in-totp-code', '000000');
      await demo.click('#sign-in-totp button.primary');
      await demo.expectFieldError('sign-in-totp', 'code', /incorrect/iu);
      await demo.press('#sign-in-totp', 'Fill in its code');
      await eventually(() => page.inputValue('#sign-in-totp-code'), /^\d{6}$/u, 'the code');
      await demo.click('#sign-in-totp button.primary');
      await demo.expectCurrent('Alan Turing');
    },
    REFUSED,
  );

  await alone(
    'a backup code; a wrong one is refused at its field',
    async (demo, page) => {
      await behindPassword(demo, 'backup_code');
      await page.fill('#sign-in-backup-code-code', 'none-of-his');
      await page.keyboard.press('Enter');
      await demo.expectFieldError('sign-in-backup-code', 'code', /incorrect/iu);
      await demo.press('#sign-in-backup-code', 'Fill in one');
      await page.keyboard.press('Enter');
      await demo.expectCurrent('Alan Turing');
    },
    REFUSED,
  );

  await alone(
    'a code by text message, also after a reload of the page',
    async (demo, page) => {
      await demo.signIn(ALAN);
      await eventually(() => demo.count('#sign-in-factors [data-strategy=phone_code]'), 1, 'the proof by phone');
      await demo.open();
      await eventually(
        () => demo.attribute('#sign-in-tab', 'aria-selected'),
        'true',
        'aria-selected of the tab after a reload',
      );
      await demo.prove('sign-in', 'phone_code');
      await eventually(() => demo.count('#sign-in-code'), 1, 'the code form');
      await page.fill('#sign-in-code-code', wrong(await emulator.codeFor(PHONE)));
      await page.keyboard.press('Enter');
      await demo.expectFieldError('sign-in-code', 'code', /incorrect/iu);
      await demo.useCode('sign-in-code', PHONE);
      await demo.expectCurrent('Alan Turing');
    },
    REFUSED,
  );

  await alone('a code by email, when the instance asks everybody for it', async (demo, page) => {
    await demo.toggle('email_second_factors');
    equal(await page.isChecked('#switch-email_second_factors'), true, 'the switch after the page has started anew');
    await behindPassword(demo, 'email_code');
    await demo.useCode('sign-in-code', ALAN.emailAddress);
    await demo.expectCurrent('Alan Turing');
    await demo.toggle('email_second_factors');
    equal(await page.isChecked('#switch-email_second_factors'), false, 'the switch when it is off again');
  });
}
