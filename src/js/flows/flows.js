// Every flow, by its noun and its method's name. `../glue/lazy.js` loads this.

import { solve } from './captcha.js';
import { startInSignIn, startInSignUp } from './email_link.js';
import { handleEmailLinkVerification } from './email_link_verification.js';
import { authenticateWithPasskey, verifyWithPasskey, written } from './passkey.js';
import { validatePassword } from './password.js';
import { authenticateWithPopup } from './popup.js';
import { askInSignIn, askInSignUp, goTo, providerUrl } from './provider.js';
import { handleGoogleOneTapCallback, handleRedirectCallback } from './redirect_callback.js';
import { SignInFuture } from './sign_in_future.js';
import * as signInOrUp from './sign_in_or_up.js';
import { SignUpFuture } from './sign_up_future.js';
import { use } from './tools.js';
import { signInWithWeb3, signUpWithWeb3, withWallet } from './web3.js';

const withRedirect = ask => async (attempt, params) => goTo(providerUrl(attempt, await ask(attempt, params ?? {})));

const withWallets = authenticate => ({
  authenticateWithWeb3: authenticate,
  authenticateWithMetamask: withWallet(authenticate, 'web3_metamask_signature'),
  authenticateWithCoinbaseWallet: withWallet(authenticate, 'web3_coinbase_wallet_signature'),
  authenticateWithBase: withWallet(authenticate, 'web3_base_signature'),
  authenticateWithOKXWallet: withWallet(authenticate, 'web3_okx_wallet_signature'),
  authenticateWithSolana: withWallet(authenticate, 'web3_solana_signature'),
});

const flows = {
  Clerk: { handleRedirectCallback, handleGoogleOneTapCallback, handleEmailLinkVerification, ...signInOrUp },
  SignIn: {
    startEmailLinkFlow: startInSignIn,
    authenticateWithRedirect: withRedirect(askInSignIn),
    authenticateWithPopup: (signIn, params) => authenticateWithPopup(askInSignIn, 'signIn', signIn, params),
    authenticateWithPasskey,
    ...withWallets(signInWithWeb3),
  },
  SignUp: {
    startEmailLinkFlow: startInSignUp,
    authenticateWithRedirect: withRedirect(askInSignUp),
    authenticateWithPopup: (signUp, params) => authenticateWithPopup(askInSignUp, 'signUp', signUp, params),
    ...withWallets(signUpWithWeb3),
  },
  SignInFuture,
  SignUpFuture,
  Session: { verifyWithPasskey },
  Passkey: { written },
  Captcha: { solve },
  Password: { validatePassword },
};

/** The flows, with what they need of the script that loads them. */
export function flowsWith(tools) {
  use(tools);
  return flows;
}
