// Signing in and up by what a wallet signs.

import { factorOf } from './factors.js';
import { failure } from './tools.js';
import { connect, providerOf, signatureOf, web3Params } from './wallets.js';

/** @import { SignInResource, SignUpResource, VerificationResource } from 'clerk-wasm' */

/**
 * `signIn.authenticateWithWeb3()`
 * @param {SignInResource} signIn
 * @param {any} params
 */
export async function signInWithWeb3(signIn, params) {
  const { identifier, strategy, generateSignature, provider, walletName } = web3Params(params);
  await signIn.create({ identifier });
  await signIn.prepareFirstFactor(
    factorOf(signIn.supportedFirstFactors, strategy, { name: `the wallet, ${strategy}` }),
  );
  const nonce = textToSign(signIn.firstFactorVerification);
  const signature = await signatureOf(generateSignature, { identifier, nonce, walletName, provider });
  return signIn.attemptFirstFactor({ signature, strategy });
}

/**
 * `signUp.authenticateWithWeb3()`
 * @param {SignUpResource} signUp
 * @param {any} params
 */
export async function signUpWithWeb3(signUp, params) {
  const { identifier, strategy, generateSignature, provider, walletName, ...said } = web3Params(params);
  const { unsafeMetadata, legalAccepted, firstName, lastName, locale } = said;
  const web3Wallet = identifier || signUp.web3wallet;
  await signUp.create({ web3Wallet, unsafeMetadata, legalAccepted, firstName, lastName, locale });
  await signUp.prepareWeb3WalletVerification({ strategy });
  const nonce = textToSign(signUp.verifications.web3Wallet);
  const signature = await signatureOf(generateSignature, { identifier, nonce, walletName, provider });
  return signUp.attemptWeb3WalletVerification({ signature, strategy });
}

/** The flows of a kind over each wallet, by the method's name. */
export const overWallets = flowOver => ({
  authenticateWithMetamask: flowOver('web3_metamask_signature'),
  authenticateWithCoinbaseWallet: flowOver('web3_coinbase_wallet_signature'),
  authenticateWithBase: flowOver('web3_base_signature'),
  authenticateWithOKXWallet: flowOver('web3_okx_wallet_signature'),
  authenticateWithSolana: flowOver('web3_solana_signature'),
});

/** A flow over a wallet of the browser's; what the caller says besides goes along. */
export const withWallet =
  (authenticate, strategy) =>
  async (attempt, /** @type {{ walletName?: string }} */ params = {}) => {
    const wallet = await connect(providerOf(strategy), params.walletName);
    return authenticate(attempt, { ...params, ...wallet, strategy });
  };

/** @param {VerificationResource} verification */
function textToSign({ message }) {
  if (message) return message;
  throw failure('web3_nonce_not_found', 'The server has not said what the wallet should sign.');
}
