// Signing in and up by a wallet that the browser has.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signIn as signInJson, signUp as signUpJson, withAttempt } from './lib/attempts.mjs';

const CREATE = 'POST /client/sign_ins identifier=0xabc';
const toSign = { status: 'unverified', message: 'Sign in: é' };
const signIn = signInJson({ first_factor_verification: toSign });
const signUp = signUpJson({ verifications: { web3_wallet: toSign } });

let page;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', globalThis);
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'])
    vi.stubGlobal(name, page[name].bind(page));
});
afterEach(() => vi.unstubAllGlobals());

/** A wallet that announces itself when it is asked to. */
function wallet(name, sign = async () => 'signed') {
  const request = vi.fn(async ({ method, params }) => (method === 'eth_requestAccounts' ? ['0xabc'] : sign(params)));
  const detail = { info: { name }, provider: { request } };
  page.addEventListener('eip6963:requestProvider', () =>
    page.dispatchEvent(Object.assign(new Event('eip6963:announceProvider'), { detail })),
  );
  return request;
}

test('a sign-in by MetaMask', async () => {
  wallet('Another');
  const request = wallet('MetaMask');
  const { client, sent } = await withAttempt({ answer: signIn });
  expect(await client.signIn.authenticateWithMetamask()).toBe(client.signIn);
  expect(request.mock.calls[1]).toEqual([{ method: 'personal_sign', params: ['0x5369676e20696e3a20c3a9', '0xabc'] }]);
  expect(sent()).toEqual([
    CREATE,
    'POST /client/sign_ins/sia_1/prepare_first_factor web3_wallet_id=idn_4&strategy=web3_metamask_signature',
    'POST /client/sign_ins/sia_1/attempt_first_factor signature=signed&strategy=web3_metamask_signature',
  ]);
});

test('a sign-up by OKX, with what the page has to say', async () => {
  wallet('OKX Wallet');
  const { client, sent } = await withAttempt({ answer: signUp });
  await client.signUp.authenticateWithOKXWallet({ unsafeMetadata: { a: 1 }, legalAccepted: true });
  expect(sent()).toEqual([
    'POST /client/sign_ups web3_wallet=0xabc&unsafe_metadata=%7B%22a%22%3A1%7D&legal_accepted=true',
    'POST /client/sign_ups/sua_1/prepare_verification strategy=web3_okx_wallet_signature',
    'POST /client/sign_ups/sua_1/attempt_verification signature=signed&strategy=web3_okx_wallet_signature',
  ]);
});

test('without a wallet of the name the one of window.ethereum is asked, and without that nothing is sent', async () => {
  const request = vi.fn(async ({ method }) => (method === 'eth_requestAccounts' ? ['0xabc'] : 'signed'));
  vi.stubGlobal('ethereum', { request });
  const { client, sent } = await withAttempt({ answer: signIn });
  expect(await client.signIn.__internal_future.web3({ strategy: 'web3_metamask_signature' })).toEqual({ error: null });
  expect(request).toHaveBeenCalledTimes(2);
  vi.stubGlobal('ethereum', undefined);
  const before = sent().length;
  await expect(client.signIn.authenticateWithMetamask()).rejects.toMatchObject({ code: 'web3_wallet_not_found' });
  const { error } = await client.signUp.__internal_future.web3({ strategy: 'web3_base_signature' });
  expect(error.code).toBe('web3_wallet_not_found');
  expect(sent()).toHaveLength(before);
});

test.for([
  ['Coinbase Wallet', 'authenticateWithCoinbaseWallet', 4001, 1, 2],
  ['Coinbase Wallet', 'authenticateWithCoinbaseWallet', 4001, 2, 2],
  ['Coinbase Wallet', 'authenticateWithCoinbaseWallet', 4000, 1, 1],
  ['MetaMask', 'authenticateWithMetamask', 4001, 1, 1],
])('%s, %s: refused with %i, %i times, it is asked %i times', async ([name, method, code, refusals, expected]) => {
  let left = refusals;
  const sign = vi.fn(async () => {
    if (left-- > 0) throw Object.assign(new Error('refused'), { code });
    return 'signed';
  });
  wallet(name, sign);
  const { client } = await withAttempt({ answer: signIn });
  const done = client.signIn[method]();
  if (refusals < expected) await done;
  else await expect(done).rejects.toMatchObject({ code });
  expect(sign).toHaveBeenCalledTimes(expected);
});

test("a wallet of Solana's", async () => {
  const account = { address: 'SoL' };
  const signMessage = vi.fn(async () => [{ signature: new Uint8Array([1, 2, 3]) }]);
  const features = {
    'standard:connect': { connect: async () => ({ accounts: [account] }) },
    'solana:signMessage': { signMessage },
  };
  const given = { name: 'Phantom', chains: ['solana:mainnet'], features, accounts: [account] };
  page.addEventListener('wallet-standard:app-ready', ({ detail }) => detail.register(given));
  const strategy = 'web3_solana_signature';
  const factors = [{ strategy, web3_wallet_id: 'idn_6' }];
  const { client, sent } = await withAttempt({ answer: { ...signIn, supported_first_factors: factors } });
  await client.signIn.authenticateWithSolana({ walletName: 'Phantom' });
  expect(new TextDecoder().decode(signMessage.mock.calls[0][0].message)).toBe('Sign in: é');
  expect(sent().at(-1)).toBe(
    'POST /client/sign_ins/sia_1/attempt_first_factor signature=AQID&strategy=web3_solana_signature',
  );
  await expect(client.signIn.authenticateWithSolana({})).rejects.toMatchObject({
    code: 'web3_solana_wallet_name_required',
  });
});

test.for([
  [{}],
  [{ identifier: '0xabc', generateSignature: 'no' }],
  [{ identifier: 'SoL', generateSignature: async () => '', strategy: 'web3_solana_signature' }],
])('authenticateWithWeb3(%o) tells what it lacks', async ([params]) => {
  const { client, sent } = await withAttempt({ answer: signIn });
  await expect(client.signIn.authenticateWithWeb3(params)).rejects.toThrow(/needs the option/u);
  await expect(client.signUp.authenticateWithWeb3(params)).rejects.toThrow(/needs the option/u);
  expect(sent()).toEqual([]);
});

test('a user without the wallet, or a server that gives nothing to sign', async () => {
  wallet('MetaMask');
  const without = await withAttempt({ answer: { ...signIn, supported_first_factors: [] } });
  await expect(without.client.signIn.authenticateWithMetamask()).rejects.toMatchObject({ code: 'factor_not_found' });
  const silent = await withAttempt({ answer: signInJson() });
  await expect(silent.client.signIn.authenticateWithMetamask()).rejects.toMatchObject({ code: 'web3_nonce_not_found' });
});
