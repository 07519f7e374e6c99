// Signing in and up elsewhere, by a provider, an enterprise or a wallet: each flow once, from a blank page to a session.

import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { arrive, openWorld, who } from './lib/world.mjs';

const ada = {
  email_address: 'ada@example.com',
  password: 'correct-horse-battery',
  first_name: 'Ada',
  external_accounts: [{ strategy: 'oauth_google', email_address: 'ada@gmail.com' }],
};
const google = { social_providers: ['oauth_google'] };
const signedIn = { status: 'active', name: 'Ada', token: 'string' };
const LIMIT_MS = 20_000;

let world;
beforeAll(async () => (world = await openWorld()), 60_000);
afterAll(() => world.close());
afterEach(() => world.closeContexts());

/** Chooses an account on the provider's page, by its address. */
async function agree(page, address, more = {}) {
  await page.waitForURL(/\/_emulator\/|provider|consent/u);
  await page.evaluate(
    fields => {
      const form = document.createElement('form');
      form.method = 'post';
      for (const [name, value] of Object.entries(fields))
        form.append(Object.assign(document.createElement('input'), { name, value }));
      document.body.append(form);
      form.submit();
    },
    { account: address, decision: 'allow', ...more },
  );
}

const redirect = (tab, noun, site, more = {}) =>
  tab.evaluate(
    ([noun, params]) => void window.clerk.client[noun].authenticateWithRedirect(params),
    [noun, { strategy: 'oauth_google', redirectUrl: `${site}/callback`, redirectUrlComplete: `${site}/done`, ...more }],
  );

test('a provider, by a redirect', { timeout: LIMIT_MS }, async () => {
  const { tab, site } = await world.open({ users: [ada], settings: google });
  await redirect(tab, 'signIn', site);
  await agree(tab, 'ada@gmail.com');
  await tab.waitForURL(`${site}/done`);
  expect(await who(tab)).toEqual(signedIn);
});

test('a provider, in a window', { timeout: LIMIT_MS }, async () => {
  const { tab, context, site, emulator } = await world.open({ users: [ada], settings: google });
  const portal = await (await fetch(`${emulator}/popup-callback`)).text();
  await context.route('https://accounts.example.com/popup-callback*', route =>
    route.fulfill({ contentType: 'text/html', body: portal }),
  );
  const opened = context.waitForEvent('page');
  await tab.evaluate(site => {
    const popup = window.open();
    const params = {
      strategy: 'oauth_google',
      redirectUrl: `${site}/done`,
      redirectCallbackUrl: `${site}/callback`,
      popup,
    };
    window.future = window.clerk.client.signIn.__internal_future;
    window.done = window.future.sso(params);
  }, site);
  await agree(await opened, 'ada@gmail.com');
  expect(
    await tab.evaluate(async () => {
      const { error } = await window.done;
      if (error) throw error;
      return window.future.finalize();
    }),
  ).toEqual({ error: null });
  expect(await who(tab)).toEqual(signedIn);
  expect(new URL(tab.url()).pathname).toBe('/');
});

test('an enterprise', { timeout: LIMIT_MS }, async () => {
  const settings = { enterprise_connections: [{ id: 'ent_big', name: 'Big', domains: ['big.com'], active: true }] };
  const account = { strategy: 'enterprise_sso', email_address: 'ada@big.com', enterprise_connection_id: 'ent_big' };
  const { tab, site } = await world.open({
    users: [{ ...ada, email_address: 'ada@big.com', external_accounts: [account] }],
    settings,
  });
  await redirect(tab, 'signIn', site, { strategy: 'enterprise_sso', identifier: 'ada@big.com' });
  await agree(tab, 'ada@big.com');
  await tab.waitForURL(`${site}/done`);
  expect(await who(tab)).toEqual(signedIn);
});

/** The page that a provider comes back to, with an attempt that has to become the other one; then the page after both. */
async function goOn(tab, site, noun) {
  await tab.waitForURL(`${site}/callback*`);
  const transferable = await tab.evaluate(async noun => {
    await window.loading;
    const { isTransferable } = window.clerk.client[noun].__internal_future;
    window.clerk.handleRedirectCallback({ signInForceRedirectUrl: '/done', signUpForceRedirectUrl: '/done' });
    return isTransferable;
  }, noun);
  expect(transferable).toBe(true);
  await tab.waitForURL(`${site}/done`);
}

test.for([
  ['signIn', 'a sign-in of nobody becomes a sign-up', []],
  ['signUp', 'a sign-up of somebody becomes a sign-in', [ada]],
])('%s: %s', { timeout: LIMIT_MS }, async ([noun, , users]) => {
  const { tab, site } = await world.open({ users, settings: google });
  await redirect(tab, noun, site);
  await agree(tab, 'ada@gmail.com', { first_name: 'Ada' });
  await goOn(tab, site, noun);
  expect(await who(tab)).toEqual(signedIn);
});

test('a sign-up that lacks something goes on where that is asked for', { timeout: LIMIT_MS }, async () => {
  const { tab, site } = await world.open({ settings: { ...google, username: 'required' } });
  await redirect(tab, 'signUp', site);
  await agree(tab, 'ada@gmail.com', { first_name: 'Ada' });
  await tab.waitForURL(`${site}/callback*`);
  await tab.evaluate(async () => {
    await window.loading;
    window.clerk.handleRedirectCallback({ continueSignUpUrl: '/more' });
  });
  await tab.waitForURL(`${site}/more`);
  await tab.evaluate(async () => {
    await window.loading;
    await window.clerk.client.signUp.update({ username: 'ada_lovelace' });
  });
  await arrive(tab, 'signUp');
  expect(await who(tab)).toEqual(signedIn);
});

test('MetaMask', { timeout: LIMIT_MS }, async () => {
  const secretKey = secp256k1.utils.randomSecretKey();
  const publicKey = secp256k1.getPublicKey(secretKey, false).slice(1);
  const address = '0x' + Buffer.from(keccak_256(publicKey).slice(-20)).toString('hex');
  const users = [{ ...ada, web3_wallets: [address] }];
  const { tab } = await world.open({ users, settings: { web3_wallets: ['web3_metamask_signature'] } });
  await tab.exposeFunction('signWithKey', hex => {
    const message = Buffer.from(hex.slice(2), 'hex');
    const digest = keccak_256(Buffer.concat([Buffer.from(`\x19Ethereum Signed Message:\n${message.length}`), message]));
    const signature = secp256k1.sign(digest, secretKey, { prehash: false, format: 'recovered' });
    return '0x' + Buffer.from([...signature.slice(1), signature[0] + 27]).toString('hex');
  });
  await tab.evaluate(async address => {
    const request = ({ method, params }) =>
      method === 'eth_requestAccounts' ? [address] : window.signWithKey(params[0]);
    const announce = () =>
      dispatchEvent(
        new CustomEvent('eip6963:announceProvider', { detail: { info: { name: 'MetaMask' }, provider: { request } } }),
      );
    addEventListener('eip6963:requestProvider', announce);
    window.clerk.authenticateWithMetamask({ redirectUrl: '/done' });
  }, address);
  await tab.waitForURL(/\/done$/u);
  expect(await who(tab)).toEqual(signedIn);
});
