// The custom-flow API of a sign-in (behaviour map 1.8, SignInFuture).

import { SIGN_IN_ENDS, untilFollowed } from './email_link.js';
import { authenticateWithPasskey, needsPasskeys } from './passkey.js';
import { answerOf, popupRoutes } from './popup.js';
import { goTo, pendingUrl } from './provider.js';
import { method } from './task.js';
import { absolute, clerkOf, noFactor, pageParameter } from './tools.js';
import { signInWithWeb3, withWallet } from './web3.js';

/** The factor of a strategy: of the id, else of the identifier, else the first. */
function firstFactor(signIn, strategy, idName, id) {
  const factors = (signIn.supportedFirstFactors ?? []).filter(factor => factor.strategy === strategy);
  const factor =
    factors.find(factor => id && factor[idName] === id) ??
    factors.find(({ safeIdentifier }) => safeIdentifier === signIn.identifier) ??
    factors[0];
  if (!factor) throw noFactor(strategy);
  return factor;
}

/** Sends something to an address: to one that the caller gives, which begins an attempt, or to one of the attempt's. */
const sendTo = (call, strategy, addressName, idName, paramsOf) =>
  method(
    async (signIn, params) => {
      const { [addressName]: identifier, [idName]: id } = params;
      if (identifier) await signIn.create({ identifier });
      const factor = firstFactor(signIn, strategy, idName, id);
      await signIn.prepareFirstFactor({ ...paramsOf?.(params), [idName]: factor[idName], strategy });
    },
    ({ id: attemptId }, { [addressName]: identifier, [idName]: id }) => {
      if (!attemptId && (id || !identifier)) throw new Error(`signIn.${call}() needs ${addressName} while there is no sign-in.`);
    },
  );

const verifyFirst = strategy => method((signIn, { code }) => signIn.attemptFirstFactor({ code, strategy }));
const verifySecond = strategy => method((signIn, { code }) => signIn.attemptSecondFactor({ code, strategy }));

const sendSecond = (strategy, idName) =>
  method(async signIn => {
    const factor = signIn.supportedSecondFactors?.find(factor => factor.strategy === strategy);
    if (!factor) throw noFactor(strategy);
    await signIn.prepareSecondFactor({ [idName]: factor[idName], strategy });
  });

const sendReset = (strategy, idName, check) =>
  method(async (signIn, { phoneNumber }) => {
    if (phoneNumber) await signIn.create({ identifier: phoneNumber });
    const factor = signIn.supportedFirstFactors?.find(factor => factor.strategy === strategy);
    if (!factor) throw noFactor(strategy);
    await signIn.prepareFirstFactor({ [idName]: factor[idName], strategy });
  }, check);

const submitPassword = method((signIn, { password, signOutOfOtherSessions = true }) =>
  signIn.resetPassword({ password, signOutOfOtherSessions }));

async function sso(signIn, params) {
  const { strategy, redirectUrl, redirectCallbackUrl, popup, oidcPrompt, enterpriseConnectionId, identifier } = params;
  const clerk = clerkOf(signIn);
  let routes = { redirectUrl: clerk.buildUrlWithAuth(redirectCallbackUrl), redirectUrlComplete: absolute(redirectUrl) };
  if (popup) routes = popupRoutes(clerk, routes.redirectUrl, routes.redirectUrlComplete);
  const sent = { redirectUrl: routes.redirectUrl, actionCompleteRedirectUrl: routes.redirectUrlComplete };
  // A provider's page that was asked for before cannot be asked for again; that of an enterprise is prepared anew.
  const isEnterprise = strategy === 'enterprise_sso';
  const isSpent = !isEnterprise && signIn.firstFactorVerification.externalVerificationRedirectURL;
  if (!signIn.id || isSpent) await signIn.create({ strategy, ...sent, identifier });
  if (isEnterprise) await signIn.prepareFirstFactor({ ...sent, oidcPrompt, enterpriseConnectionId, strategy });
  await visit(signIn, signIn.firstFactorVerification, popup);
}

/** Shows the provider's page, here or in a window; nothing where the attempt has none. */
export async function visit(attempt, verification, popup) {
  const url = pendingUrl(verification);
  if (!url) return;
  if (!popup) return goTo(url);
  const answer = answerOf(popup, clerkOf(attempt));
  popup.location.href = url.href;
  await answer;
  await attempt.reload();
}

/** Makes the attempt's session current. A client that does not have it yet, since another window has made it, is read again. */
export async function finish(attempt, { navigate }) {
  const clerk = clerkOf(attempt);
  const session = attempt.createdSessionId;
  if (!clerk.client.sessions.some(({ id }) => id === session)) await clerk.client.reload();
  await clerk.setActive({ session, navigate });
}

export const SignInFuture = {
  create: method((signIn, params) => signIn.create(params)),
  password: method(
    (signIn, { password, identifier, emailAddress, phoneNumber }) =>
      signIn.create({ identifier: identifier || emailAddress || phoneNumber || signIn.identifier, password }),
    (_, { identifier, emailAddress, phoneNumber }) => {
      if ([identifier, emailAddress, phoneNumber].filter(Boolean).length > 1) {
        throw new Error('signIn.password() takes one of identifier, emailAddress and phoneNumber.');
      }
    },
  ),
  'emailCode.sendCode': sendTo('emailCode.sendCode', 'email_code', 'emailAddress', 'emailAddressId'),
  'emailCode.verifyCode': verifyFirst('email_code'),
  'emailLink.sendLink': sendTo('emailLink.sendLink', 'email_link', 'emailAddress', 'emailAddressId', ({ verificationUrl }) => ({
    redirectUrl: absolute(verificationUrl),
  })),
  'emailLink.waitForVerification': method(signIn => untilFollowed(signIn, signIn => signIn.firstFactorVerification, SIGN_IN_ENDS)),
  'phoneCode.sendCode': sendTo('phoneCode.sendCode', 'phone_code', 'phoneNumber', 'phoneNumberId', ({ channel = 'sms' }) => ({ channel })),
  'phoneCode.verifyCode': verifyFirst('phone_code'),
  'resetPasswordEmailCode.sendCode': sendReset('reset_password_email_code', 'emailAddressId', ({ id }) => {
    if (!id) throw new Error('signIn.resetPasswordEmailCode.sendCode() needs a sign-in: call create() first.');
  }),
  'resetPasswordEmailCode.verifyCode': verifyFirst('reset_password_email_code'),
  'resetPasswordEmailCode.submitPassword': submitPassword,
  'resetPasswordPhoneCode.sendCode': sendReset('reset_password_phone_code', 'phoneNumberId', ({ id }, { phoneNumber }) => {
    if (!id && !phoneNumber) throw new Error('signIn.resetPasswordPhoneCode.sendCode() needs phoneNumber while there is no sign-in.');
  }),
  'resetPasswordPhoneCode.verifyCode': verifyFirst('reset_password_phone_code'),
  'resetPasswordPhoneCode.submitPassword': submitPassword,
  'mfa.sendPhoneCode': sendSecond('phone_code', 'phoneNumberId'),
  'mfa.verifyPhoneCode': verifySecond('phone_code'),
  'mfa.sendEmailCode': sendSecond('email_code', 'emailAddressId'),
  'mfa.verifyEmailCode': verifySecond('email_code'),
  'mfa.verifyTOTP': verifySecond('totp'),
  'mfa.verifyBackupCode': verifySecond('backup_code'),
  sso: method(sso),
  ticket: method((signIn, { ticket = pageParameter('__clerk_ticket') }) => signIn.create({ strategy: 'ticket', ticket })),
  web3: method((signIn, params) => withWallet(signInWithWeb3, params.strategy)(signIn, params)),
  passkey: method(authenticateWithPasskey, needsPasskeys),
  submitProtectCheck: method((signIn, { proofToken }) => signIn.submitProtectCheck({ proofToken })),
  finalize: method(finish, ({ createdSessionId }) => {
    if (!createdSessionId) throw new Error('signIn.finalize() needs a sign-in that is complete.');
  }),
};
