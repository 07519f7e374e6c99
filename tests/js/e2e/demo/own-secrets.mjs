// What only this browser has: passkeys and a wallet.
import { addAuthenticator } from '../../lib/authenticator.mjs';
import { eventually, match, step } from '../lib/checks.mjs';
import { asVisitor, REFUSED } from '../lib/visitor.mjs';

export async function ownSecrets(visit) {
  const alone = (title, work, allowConsole) => step(title, () => asVisitor(visit, work, allowConsole));

  /** The address of the person who was added last. */
  const added = async (demo, title) => {
    const before = await demo.count('.person');
    await demo.press('#people', title);
    await eventually(() => demo.count('.person'), before + 1, 'the people');
    return demo.page.locator('.person').last().getAttribute('data-person');
  };
  const withAuthenticator = async page => {
    const { devtools, authenticatorId } = await addAuthenticator(page);
    return isUserVerified => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  };

  await alone('a passkey, of whoever has one and of the person who is named', async (demo, page) => {
    await withAuthenticator(page);
    const address = await added(demo, 'Add one with a passkey');
    await demo.click('#sign-in-tab');
    await demo.way('sign-in', 'passkey');
    await eventually(() => demo.text('#toast'), `Signed in as ${address}`, 'the announcement');
    await demo.click('#sign-out');
    await demo.expectCards(0);
    await demo.identify(address);
    await demo.prove('sign-in', 'passkey');
    await eventually(() => demo.text('#toast'), `Signed in as ${address}`, 'the announcement');
  });

  await alone('a browser without a passkey says so', async (demo, page) => {
    await withAuthenticator(page);
    await demo.click('#sign-in-tab');
    await demo.way('sign-in', 'passkey');
    await eventually(() => demo.text('#sign-in-ways .form-alert'), /passkey_retrieval_cancelled/u, 'the alert');
  });

  await alone(
    'a wallet that nobody has is refused, and signs up; its person is asked for the rest',
    async demo => {
      await demo.click('#sign-in-tab');
      await demo.way('sign-in', 'web3_solana_signature');
      await eventually(() => demo.text('#sign-in-ways .form-alert'), /Couldn't find your account/u, 'the alert');
      await demo.click('#sign-up-tab');
      await demo.way('sign-up', 'web3_solana_signature');
      await eventually(() => demo.count('#sign-up-more'), 1, 'the form of what is missing');
      const person = { emailAddress: `wallet.${Date.now()}@example.com`, password: 'twelve-words-on-paper' };
      await demo.fill('sign-up-more', person);
      await demo.click('#sign-up-more button.primary');
      await demo.prove('sign-up', 'email_code');
      await demo.useCode('sign-up-code', person.emailAddress);
      await eventually(() => demo.text('#toast'), `Signed up as ${person.emailAddress}`, 'the announcement');
    },
    REFUSED,
  );

  await alone('a wallet, of whoever has it and of the person who is named', async demo => {
    const address = await added(demo, 'Add one with the wallet');
    await demo.click('#sign-in-tab');
    await demo.way('sign-in', 'web3_solana_signature');
    await eventually(() => demo.text('#toast'), `Signed in as ${address}`, 'the announcement');
    await demo.click('#sign-out');
    await demo.expectCards(0);
    await demo.identify(address);
    match((await demo.strategies('sign-in')).join(), /web3_solana_signature/u, 'the proofs');
    await demo.prove('sign-in', 'web3_solana_signature');
    await eventually(() => demo.text('#toast'), `Signed in as ${address}`, 'the announcement');
  });
}
