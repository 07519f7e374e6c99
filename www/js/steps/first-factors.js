// What may prove first who somebody is, by its strategy.

import { codeFactor, to } from './code-factor.js';
import { askForLink } from './email-link.js';
import { enterprise } from './enterprise.js';
import { usePasskey } from './passkey.js';
import { askForPassword } from './password.js';
import { goToProvider, providerTitle } from './provider.js';
import { useWallet, walletTitle } from './wallet.js';

/** @import { OAuthStrategy } from 'clerk-wasm' */
/** @import { Factor, FactorOfUser } from '../types.js' */

const code = title => codeFactor('First', title);

/** @type {Record<string, Factor>} */
const FACTORS = {
  password: { title: 'Password', begin: askForPassword },
  email_code: code('Code by email'),
  email_link: {
    title: 'Link by email',
    note: to,
    begin: (flow, factor) => askForLink(flow, factor, signIn => signIn.firstFactorVerification),
  },
  phone_code: code('Code by text message'),
  passkey: { title: 'Passkey', begin: flow => usePasskey(flow) },
  enterprise_sso: enterprise,
  reset_password_email_code: code('Password forgotten: code by email'),
  reset_password_phone_code: code('Password forgotten: code by text message'),
};

/** @type {Record<string, Factor>} */
const FAMILIES = {
  web3: { title: walletTitle, begin: useWallet },
  oauth: {
    title: providerTitle,
    begin: (flow, /** @type {FactorOfUser<OAuthStrategy>} */ { strategy }) =>
      goToProvider(flow, { strategy, continueSignIn: true }),
  },
};

export const firstFactor = strategy => FACTORS[strategy] ?? FAMILIES[strategy.split('_')[0]];
