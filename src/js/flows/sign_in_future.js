// The custom-flow API of a sign-in.

import { factorOf } from './factors.js';
import { sso } from './popup.js';
import { method } from './task.js';
import { absolute, clerkOf, pageParameter, run } from './tools.js';
import { signInWithWeb3, withWallet } from './web3.js';
import { needsPasskeys } from './webauthn.js';

/** @import { SignInResource } from 'clerk-wasm' */

/** A first factor: of the id, else of the identifier, else the first of its strategy. */
const firstFactor = (signIn, strategy, idName, id) =>
  factorOf(signIn.supportedFirstFactors, strategy, {
    suits: [factor => id && factor[idName] === id, ({ safeIdentifier }) => safeIdentifier === signIn.identifier],
  });

/**
 * Sends something to an address: to one that the caller gives, which begins an attempt, or to one of the attempt's.
 * @param {string} call
 * @param {'email_code'|'email_link'|'phone_code'} strategy
 * @param {'emailAddress'|'phoneNumber'} addressName
 * @param {'emailAddressId'|'phoneNumberId'} idName
 * @param {(params: any) => object} [paramsOf]
 */
const sendTo = (call, strategy, addressName, idName, paramsOf) =>
  method(
    async (signIn, params) => {
      const { [addressName]: identifier, [idName]: id } = params;
      if (identifier) await signIn.create({ identifier });
      const factor = firstFactor(signIn, strategy, idName, id);
      await signIn.prepareFirstFactor({ ...paramsOf?.(params), [idName]: factor[idName], strategy });
    },
    ({ id: attemptId }, { [addressName]: identifier, [idName]: id }) => {
      if (!attemptId && (id || !identifier))
        throw new Error(`signIn.${call}() needs ${addressName} while there is no sign-in.`);
    },
  );

const verifyFirst = strategy =>
  method((/** @type {SignInResource} */ signIn, { code }) => signIn.attemptFirstFactor({ code, strategy }));
const verifySecond = strategy =>
  method((/** @type {SignInResource} */ signIn, { code }) => signIn.attemptSecondFactor({ code, strategy }));

const sendSecond = (strategy, idName) =>
  method(async (/** @type {SignInResource} */ signIn) => {
    const factor = factorOf(signIn.supportedSecondFactors, strategy);
    await signIn.prepareSecondFactor({ [idName]: factor[idName], strategy });
  });

const sendReset = (strategy, idName, check) =>
  method(async (/** @type {SignInResource} */ signIn, { phoneNumber }) => {
    if (phoneNumber) await signIn.create({ identifier: phoneNumber });
    const factor = factorOf(signIn.supportedFirstFactors, strategy);
    await signIn.prepareFirstFactor({ [idName]: factor[idName], strategy });
  }, check);

const submitPassword = method((/** @type {SignInResource} */ signIn, { password, signOutOfOtherSessions = true }) =>
  signIn.resetPassword({ password, signOutOfOtherSessions }),
);

/** @satisfies {Record<string, (signIn: SignInResource, params?: any) => Promise<unknown>>} */
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
  'emailLink.sendLink': sendTo(
    'emailLink.sendLink',
    'email_link',
    'emailAddress',
    'emailAddressId',
    ({ verificationUrl }) => ({
      redirectUrl: absolute(verificationUrl),
    }),
  ),
  'emailLink.waitForVerification': method(signIn => run('awaitEmailLink')(signIn)),
  'phoneCode.sendCode': sendTo(
    'phoneCode.sendCode',
    'phone_code',
    'phoneNumber',
    'phoneNumberId',
    ({ channel = 'sms' }) => ({ channel }),
  ),
  'phoneCode.verifyCode': verifyFirst('phone_code'),
  'resetPasswordEmailCode.sendCode': sendReset('reset_password_email_code', 'emailAddressId', ({ id }) => {
    if (!id) throw new Error('signIn.resetPasswordEmailCode.sendCode() needs a sign-in: call create() first.');
  }),
  'resetPasswordEmailCode.verifyCode': verifyFirst('reset_password_email_code'),
  'resetPasswordEmailCode.submitPassword': submitPassword,
  'resetPasswordPhoneCode.sendCode': sendReset(
    'reset_password_phone_code',
    'phoneNumberId',
    ({ id }, { phoneNumber }) => {
      if (!id && !phoneNumber)
        throw new Error('signIn.resetPasswordPhoneCode.sendCode() needs phoneNumber while there is no sign-in.');
    },
  ),
  'resetPasswordPhoneCode.verifyCode': verifyFirst('reset_password_phone_code'),
  'resetPasswordPhoneCode.submitPassword': submitPassword,
  'mfa.sendPhoneCode': sendSecond('phone_code', 'phoneNumberId'),
  'mfa.verifyPhoneCode': verifySecond('phone_code'),
  'mfa.sendEmailCode': sendSecond('email_code', 'emailAddressId'),
  'mfa.verifyEmailCode': verifySecond('email_code'),
  'mfa.verifyTOTP': verifySecond('totp'),
  'mfa.verifyBackupCode': verifySecond('backup_code'),
  'mfa.passkey': method(run('passSecondFactor'), needsPasskeys),
  sso: method(sso),
  ticket: method((signIn, { ticket = pageParameter('__clerk_ticket') }) =>
    signIn.create({ strategy: 'ticket', ticket }),
  ),
  web3: method((signIn, params) => withWallet(signInWithWeb3, params.strategy)(signIn, params)),
  passkey: method(run('authenticateWithPasskey'), needsPasskeys),
  submitProtectCheck: method((signIn, { proofToken }) => signIn.submitProtectCheck({ proofToken })),
  finalize: method(
    (signIn, { navigate }) => clerkOf(signIn).setActive({ session: signIn.createdSessionId, navigate }),
    ({ createdSessionId }) => {
      if (!createdSessionId) throw new Error('signIn.finalize() needs a sign-in that is complete.');
    },
  ),
};
