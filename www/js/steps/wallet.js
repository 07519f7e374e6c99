// A wallet of the browser's, which signs a text.

/** @import { Choice, Flow } from '../types.js' */

const NAMES = {
  web3_metamask_signature: ['MetaMask', 'authenticateWithMetamask'],
  web3_coinbase_wallet_signature: ['Coinbase Wallet', 'authenticateWithCoinbaseWallet'],
  web3_base_signature: ['Base', 'authenticateWithBase'],
  web3_okx_wallet_signature: ['OKX Wallet', 'authenticateWithOKXWallet'],
};
const SOLANA = 'web3_solana_signature';

/** The names of Solana's wallets, which answer by the Wallet Standard while they are asked. */
function solanaWallets() {
  const names = [];
  const register = (...wallets) => names.push(...wallets.map(({ name }) => name));
  dispatchEvent(new CustomEvent('wallet-standard:app-ready', { detail: { register } }));
  return names;
}

export const walletTitle = ({ strategy }) =>
  strategy === SOLANA ? (solanaWallets()[0] ?? 'Solana') : NAMES[strategy][0];

/** @param {Flow} flow */
export async function useWallet(flow, { strategy, walletName = solanaWallets()[0] ?? 'Solana' }) {
  const isSolana = strategy === SOLANA;
  const attempt = flow.attempt[isSolana ? 'authenticateWithSolana' : NAMES[strategy][1]](
    isSolana ? { walletName } : {},
  );
  await flow.next(await attempt);
}

/**
 * The ways in by each wallet that is here and that the instance takes.
 * @param {Flow} flow
 * @returns {Choice[]}
 */
export function walletChoices(flow) {
  const strategies = flow.environment.attribute('web3_wallet')?.first_factors ?? [];
  const choice = (strategy, title, walletName) => ({
    strategy,
    title,
    note: 'wallet',
    choose: () => useWallet(flow, { strategy, walletName }),
  });
  const others = window.ethereum ? strategies.filter(strategy => strategy in NAMES) : [];
  return [
    ...others.map(strategy => choice(strategy, NAMES[strategy][0])),
    ...(strategies.includes(SOLANA) ? solanaWallets() : []).map(name => choice(SOLANA, name, name)),
  ];
}
