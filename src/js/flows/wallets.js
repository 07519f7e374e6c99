// Wallets that the browser has, by their own standards: EIP-6963 for Ethereum's, the Wallet Standard for Solana's. No
// manufacturer's software comes with this package.

import { failure, missing } from './tools.js';

/** What Ethereum's wallets call themselves. */
const NAMES = {
  metamask: 'MetaMask',
  okx_wallet: 'OKX Wallet',
  coinbase_wallet: 'Coinbase Wallet',
  base: 'Base Account',
};

const SIGN_MESSAGE = 'solana:signMessage';

const ethereum = {
  find(provider) {
    const found = [];
    const hear = ({ detail }) => found.push(detail);
    // Wallets answer while the event is dispatched.
    addEventListener('eip6963:announceProvider', hear);
    dispatchEvent(new Event('eip6963:requestProvider'));
    removeEventListener('eip6963:announceProvider', hear);
    return found.find(({ info }) => info.name === NAMES[provider])?.provider ?? window.ethereum;
  },
  async identify(wallet) {
    return (await wallet.request({ method: 'eth_requestAccounts' }))?.[0];
  },
  sign(wallet, identifier, message) {
    const bytes = Array.from(new TextEncoder().encode(message), byte => byte.toString(16).padStart(2, '0'));
    return wallet.request({ method: 'personal_sign', params: ['0x' + bytes.join(''), identifier] });
  },
};

const solana = {
  find(_, walletName) {
    if (!walletName)
      throw failure('web3_solana_wallet_name_required', "A wallet of Solana's has to be named by walletName.");
    const found = [];
    const register = (...wallets) => {
      found.push(...wallets);
      return () => {};
    };
    const hear = ({ detail }) => detail({ register });
    addEventListener('wallet-standard:register-wallet', hear);
    dispatchEvent(new CustomEvent('wallet-standard:app-ready', { detail: { register } }));
    removeEventListener('wallet-standard:register-wallet', hear);
    const isOf = ({ name, chains, features }) =>
      name === walletName && chains?.some(chain => chain.startsWith('solana:')) && SIGN_MESSAGE in features;
    return found.find(isOf);
  },
  async identify(wallet) {
    return (await wallet.features['standard:connect'].connect())?.accounts[0]?.address;
  },
  async sign(wallet, identifier, text) {
    const account = wallet.accounts.find(({ address }) => address === identifier);
    if (!account) throw failure('web3_account_not_found', 'The wallet does not have the account any more.');
    const [{ signature }] = await wallet.features[SIGN_MESSAGE].signMessage({
      account,
      message: new TextEncoder().encode(text),
    });
    return btoa(String.fromCharCode(...signature));
  },
};

/** The provider that a strategy is about: `metamask` of `web3_metamask_signature`. */
export const providerOf = strategy => strategy.replace(/^web3_|_signature$/g, '');

/**
 * Connects to a wallet; the person chooses the account.
 * @returns Its address, and a function that has the wallet sign a text.
 * @throws {ClerkRuntimeError} `web3_wallet_not_found` when the browser does not have the wallet.
 */
export async function connect(provider, walletName) {
  const chain = provider === 'solana' ? solana : ethereum;
  const wallet = chain.find(provider, walletName);
  if (!wallet)
    throw failure('web3_wallet_not_found', `This browser has no wallet ${walletName || NAMES[provider] || provider}.`);
  const identifier = await chain.identify(wallet);
  if (!identifier) throw failure('web3_account_not_found', 'The wallet gave no account.');
  return { identifier, generateSignature: ({ nonce }) => chain.sign(wallet, identifier, nonce) };
}

/** The signature of a text. Coinbase's wallet is asked again when it refuses at first, which happens while it is set up. */
export async function signatureOf(generateSignature, params) {
  try {
    return await generateSignature(params);
  } catch (error) {
    if (params.provider !== 'coinbase_wallet' || error?.code !== 4001) throw error;
    return generateSignature(params);
  }
}

/**
 * The parameters of `authenticateWithWeb3()`.
 * @param {any} params
 */
export function web3Params({ strategy = 'web3_metamask_signature', generateSignature, ...rest } = {}) {
  const provider = providerOf(strategy);
  if (typeof generateSignature !== 'function') throw missing('authenticateWithWeb3', 'generateSignature');
  if (provider === 'solana' && !rest.walletName) throw missing('authenticateWithWeb3', 'walletName');
  return { ...rest, strategy, generateSignature, provider };
}
