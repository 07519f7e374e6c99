// Every flow, by its noun and its method's name. `../glue/lazy.js` loads this.

import { signedText } from '../../platform/browser/credential_text.js';
import { solve } from './captcha.js';
import { handleEmailLinkVerification } from './email_link_verification.js';
import { validatePassword } from './password.js';
import { authenticateWithPopup } from './popup.js';
import { handleRedirectCallback, handleResourceCallback, resumeAfterProtectCheck } from './redirect_callback.js';
import { SignInFuture } from './sign_in_future.js';
import { authenticateWithWeb3 } from './sign_in_or_up.js';
import { SignUpFuture } from './sign_up_future.js';
import { run, tools, use } from './tools.js';
import { getSessions } from './user.js';
import { overWallets, signInWithWeb3, signUpWithWeb3, withWallet } from './web3.js';

const ofAttempt = authenticate => ({
  authenticateWithWeb3: authenticate,
  ...overWallets(strategy => withWallet(authenticate, strategy)),
});

const flows = {
  Clerk: {
    handleRedirectCallback,
    handleGoogleOneTapCallback: handleResourceCallback,
    __internal_handleResourceCallback: handleResourceCallback,
    __internal_resumeAfterProtectCheck: resumeAfterProtectCheck,
    handleEmailLinkVerification,
    authenticateWithGoogleOneTap: async (clerk, params) =>
      clerk.client && tools.flow(clerk, 'authenticateWithGoogleOneTap', [params]),
    authenticateWithWeb3,
    ...overWallets(strategy => (clerk, params) => authenticateWithWeb3(clerk, { ...params, strategy })),
  },
  SignIn: {
    startEmailLinkFlow: run('startEmailLinkFlow'),
    authenticateWithRedirect: run('authenticateWithRedirect'),
    authenticateWithPopup,
    authenticateWithPasskey: run('authenticateWithPasskey'),
    ...ofAttempt(signInWithWeb3),
  },
  SignUp: {
    startEmailLinkFlow: run('startEmailLinkFlow'),
    authenticateWithRedirect: run('authenticateWithRedirect'),
    authenticateWithPopup,
    ...ofAttempt(signUpWithWeb3),
  },
  SignInFuture,
  SignUpFuture,
  Session: { verifyWithPasskey: run('verifyWithPasskey') },
  User: {
    getSessions,
    createPasskey: user => tools.accounts('User', 'createPasskey').createPasskey(user),
  },
  get EmailAddress() {
    return tools.accounts('EmailAddress', 'startEmailLinkFlow startEnterpriseSSOLinkFlow');
  },
  Passkey: { written: signedText },
  Captcha: { solve },
  Password: { validatePassword },
};

/** The flows, with what they need of the script that loads them. */
export function methodsWith(tools) {
  use(tools);
  return flows;
}
