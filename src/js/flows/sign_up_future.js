// The custom-flow API of a sign-up.

import { SIGN_UP_ENDS, untilFollowed } from './email_link.js';
import { pastCaptcha } from './provider.js';
import { routesOf, visit } from './sso.js';
import { method } from './task.js';
import { absolute, clerkOf, pageParameter } from './tools.js';
import { signUpWithWeb3, withWallet } from './web3.js';

/** @import { SignUpResource } from 'clerk-wasm' */

const prepare = paramsOf => method((signUp, params) => signUp.prepareVerification(paramsOf(params)));
const verify = strategy => method((signUp, { code }) => signUp.attemptVerification({ strategy, code }));

async function sso(signUp, params) {
  const { strategy, popup, unsafeMetadata, legalAccepted, oidcPrompt, enterpriseConnectionId, emailAddress, locale } =
    params;
  const routes = routesOf(signUp, params);
  const asked = {
    strategy,
    ...routes,
    unsafeMetadata,
    legalAccepted,
    oidcPrompt,
    enterpriseConnectionId,
    emailAddress,
    locale,
  };
  await pastCaptcha(signUp, () => signUp.upsert(asked));
  await visit(signUp, signUp.verifications.externalAccount, popup);
}

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
  'verifications.waitForEmailLinkVerification': method(signUp =>
    untilFollowed(signUp, ({ verifications }) => verifications.emailAddress, SIGN_UP_ENDS),
  ),
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
