// The custom-flow API of a sign-up.

import { sso } from './popup.js';
import { method } from './task.js';
import { absolute, clerkOf, pageParameter, run } from './tools.js';
import { signUpWithWeb3, withWallet } from './web3.js';

/** @import { SignUpResource } from 'clerk-wasm' */

const prepare = paramsOf => method((signUp, params) => signUp.prepareVerification(paramsOf(params)));
const verify = strategy => method((signUp, { code }) => signUp.attemptVerification({ strategy, code }));

/** @satisfies {Record<string, (signUp: SignUpResource, params?: any) => Promise<unknown>>} */
export const SignUpFuture = {
  create: method((signUp, params) => signUp.create(params)),
  update: method((signUp, params) => signUp.update(params)),
  password: method((signUp, params) => signUp.upsert({ strategy: 'password', ...params })),
  'verifications.sendEmailCode': prepare(() => ({ strategy: 'email_code' })),
  'verifications.verifyEmailCode': verify('email_code'),
  'verifications.sendEmailLink': prepare(({ verificationUrl }) => ({
    strategy: 'email_link',
    redirectUrl: absolute(verificationUrl),
  })),
  'verifications.waitForEmailLinkVerification': method(signUp => run('awaitEmailLink')(signUp)),
  'verifications.sendPhoneCode': prepare(({ channel = 'sms' }) => ({ strategy: 'phone_code', channel })),
  'verifications.verifyPhoneCode': verify('phone_code'),
  sso: method(sso),
  ticket: method((signUp, params) =>
    signUp.create({ ...params, strategy: 'ticket', ticket: params.ticket ?? pageParameter('__clerk_ticket') }),
  ),
  web3: method((signUp, params) => withWallet(signUpWithWeb3, params.strategy)(signUp, params)),
  submitProtectCheck: method((signUp, { proofToken }) => signUp.submitProtectCheck({ proofToken })),
  finalize: method((signUp, params) => {
    if (!signUp.createdSessionId) throw new Error('signUp.finalize() needs a sign-up that is complete.');
    return clerkOf(signUp).setActive({ session: signUp.createdSessionId, navigate: params.navigate });
  }),
};
