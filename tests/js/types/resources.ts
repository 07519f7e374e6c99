// A value of ours can be given to code that is written for `@clerk/shared/types`, whole and without a cast.

import type * as OfficialErrors from '@clerk/shared/error';
import type * as Official from '@clerk/shared/types';
import type * as Ours from 'clerk-wasm';
import { Clerk } from 'clerk-wasm';

declare const clerk: Ours.Clerk;
declare const client: Ours.ClientResource;
declare const session: Ours.SessionResource;
declare const signedIn: Ours.SignedInSessionResource;
declare const reverification: Ours.SessionVerificationResource;
declare const signIn: Ours.SignInResource;
declare const signUp: Ours.SignUpResource;
declare const enterpriseConnection: Ours.SignUpEnterpriseConnectionResource;
declare const signInFuture: Ours.SignInFutureResource;
declare const signUpFuture: Ours.SignUpFutureResource;
declare const user: Ours.UserResource;
declare const token: Ours.TokenResource;
declare const verification: Ours.VerificationResource;
declare const publicUserData: Ours.PublicUserData;
declare const organization: Ours.OrganizationResource;
declare const membership: Ours.OrganizationMembershipResource;
declare const externalAccount: Ours.ExternalAccountResource;
declare const enterpriseAccount: Ours.EnterpriseAccountResource;
declare const passkey: Ours.PasskeyResource;
declare const email: Ours.EmailAddressResource;
declare const phone: Ours.PhoneNumberResource;
declare const wallet: Ours.Web3WalletResource;
declare const invitation: Ours.OrganizationInvitationResource;
declare const identification: Ours.IdentificationLinkResource;
declare const domain: Ours.OrganizationDomainResource;

/** What `<ClerkProvider Clerk={…}>` of `@clerk/react` takes, an object or its class. */
const given: [Official.HeadlessBrowserClerk, Official.HeadlessBrowserClerkConstructor, Official.ClerkProp] = [
  clerk,
  Clerk,
  clerk,
];

const whole: [
  Official.ClientResource,
  Official.SessionResource,
  Official.SignedInSessionResource,
  Official.SessionVerificationResource,
  Official.SignInResource,
  Official.SignUpResource,
  Official.SignUpEnterpriseConnectionResource,
  Official.SignInFutureResource,
  Official.SignUpFutureResource,
  Official.UserResource,
  Official.OrganizationResource,
  Official.OrganizationMembershipResource,
  Official.OrganizationInvitationResource,
  Official.OrganizationDomainResource,
  Official.EmailAddressResource,
  Official.PhoneNumberResource,
  Official.Web3WalletResource,
  Official.ExternalAccountResource,
  Official.EnterpriseAccountResource,
  Official.PasskeyResource,
  Official.IdentificationLinkResource,
  Official.VerificationResource,
  Official.SignUpVerificationsResource,
  Official.TokenResource,
  Official.PublicUserData,
] = [
  client,
  session,
  signedIn,
  reverification,
  signIn,
  signUp,
  enterpriseConnection,
  signInFuture,
  signUpFuture,
  user,
  organization,
  membership,
  invitation,
  domain,
  email,
  phone,
  wallet,
  externalAccount,
  enterpriseAccount,
  passkey,
  identification,
  verification,
  signUp.verifications,
  token,
  publicUserData,
];
const strategy: Official.LastAuthenticationStrategy | null = client.lastAuthenticationStrategy;
const factors: Official.SignInFirstFactor[] | null = signIn.supportedFirstFactors;
const second: Official.SignInSecondFactor[] | null = signIn.supportedSecondFactors;
const status: Official.SessionStatus = session.status;
const fields: Official.SignUpField[] = signUp.requiredFields;
const create: (params: Official.SignInCreateParams) => unknown = signIn.create;
const created: (params: Official.SignUpCreateParams) => unknown = signUp.create;

// Errors: what takes the official ones takes ours.
declare const refusal: Ours.ClerkAPIResponseError;
declare const failure: Ours.ClerkRuntimeError;
declare const offline: Ours.ClerkOfflineError;
declare const passkeyFailure: Ours.ClerkWebAuthnError;
declare const link: Ours.EmailLinkError;
const errors: [
  OfficialErrors.ClerkAPIResponseError,
  OfficialErrors.ClerkRuntimeError,
  OfficialErrors.ClerkOfflineError,
  OfficialErrors.ClerkWebAuthnError,
  OfficialErrors.EmailLinkError,
] = [refusal, failure, offline, passkeyFailure, link];
/** What clerk-js exports beside `Clerk`. */
type Exported =
  | 'ClerkAPIResponseError'
  | 'ClerkRuntimeError'
  | 'EmailLinkError'
  | 'EmailLinkErrorCode'
  | 'EmailLinkErrorCodeStatus'
  | 'isClerkAPIResponseError'
  | 'isClerkRuntimeError'
  | 'isEmailLinkError'
  | 'isKnownError'
  | 'isMetamaskError'
  | 'isUserLockedError';
declare const exported: Pick<typeof Ours, Exported>;
const codes: Pick<typeof OfficialErrors, 'EmailLinkErrorCode' | 'EmailLinkErrorCodeStatus'> = exported;

export { codes, create, created, errors, factors, fields, given, second, status, strategy, whole };

// The check can fail: a property of another type, one that may be null, a method that takes less, what is nested.
declare const numbered: Omit<Ours.SessionResource, 'expireAt'> & { expireAt: number };
declare const nullable: Omit<Ours.UserResource, 'imageUrl'> & { imageUrl: string | null };
declare const narrow: Omit<Ours.SignUpResource, 'create'> & {
  create: (params: { username: string }) => Promise<Ours.SignUpResource>;
};
declare const deep: Omit<Ours.SessionResource, 'user'> & { user: { firstName: number } };
// @ts-expect-error Officially it is a Date.
const notADate: Official.SessionResource = numbered;
// @ts-expect-error Officially it is never null.
const notNull: Official.UserResource = nullable;
// @ts-expect-error Officially `username` is optional.
const notNarrow: Official.SignUpResource = narrow;
// @ts-expect-error Officially it is a text.
const notDeep: Official.SessionResource = deep;

export { notADate, notDeep, notNarrow, notNull };
