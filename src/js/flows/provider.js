// Where a provider's page is: the attempt's verification tells, once the provider has been asked for.

import { orElse } from './refusals.js';
import { clerkOf, PROVIDER, reloadEnvironment, tools } from './tools.js';

/** @import { AuthenticateWithRedirectParams, SignInResource, SignUpResource, VerificationResource } from 'clerk-wasm' */

/**
 * Asks for a provider in a sign-in; gives the verification.
 * @param {SignInResource} signIn
 * @param {AuthenticateWithRedirectParams} params
 */
export async function askInSignIn(signIn, params) {
  const { strategy, identifier, oidcPrompt, continueSignIn, enterpriseConnectionId, redirectUrlComplete } = params;
  const routes = {
    redirectUrl: clerkOf(signIn).buildUrlWithAuth(params.redirectUrl),
    actionCompleteRedirectUrl: redirectUrlComplete,
  };
  if (!signIn.id || !continueSignIn) await signIn.create({ strategy, identifier, ...routes });
  if (strategy === 'enterprise_sso')
    await signIn.prepareFirstFactor({ strategy, ...routes, oidcPrompt, enterpriseConnectionId });
  return signIn.firstFactorVerification;
}

/**
 * Asks for a provider in a sign-up; gives the verification.
 * @param {SignUpResource} signUp
 * @param {AuthenticateWithRedirectParams} params
 */
export async function askInSignUp(signUp, params) {
  const { strategy, unsafeMetadata, emailAddress, legalAccepted, oidcPrompt, enterpriseConnectionId } = params;
  const said = {
    strategy,
    redirectUrl: clerkOf(signUp).buildUrlWithAuth(params.redirectUrl),
    actionCompleteRedirectUrl: params.redirectUrlComplete,
    unsafeMetadata,
    emailAddress,
    legalAccepted,
    oidcPrompt,
    enterpriseConnectionId,
  };
  await pastCaptcha(signUp, () => (params.continueSignUp && signUp.id ? signUp.update(said) : signUp.create(said)));
  return signUp.verifications.externalAccount;
}

/** By these the Frontend API refuses a sign-up for its captcha. */
const CAPTCHA_CODES = ['captcha_invalid', 'captcha_not_enabled', 'captcha_missing_token'];

/**
 * Asks for a sign-up, and once more when it is refused for its captcha: the instance may want another than when the page was loaded.
 * @param {SignUpResource} signUp
 * @param {() => Promise<unknown>} ask
 */
export const pastCaptcha = (signUp, ask) =>
  orElse(CAPTCHA_CODES, ask, async () => {
    await reloadEnvironment(clerkOf(signUp));
    await ask();
  });

/**
 * The address of the provider's page, where there is one to go to.
 * @param {VerificationResource} verification
 */
export const pendingUrl = ({ status, externalVerificationRedirectURL: url }) =>
  status === 'unverified' && url ? url : undefined;

/**
 * The same; without one the flow cannot go on.
 * @param {SignInResource|SignUpResource} attempt
 * @param {VerificationResource} verification
 */
export function providerUrl(attempt, verification) {
  const url = pendingUrl(verification);
  if (url) return url;
  const domain = clerkOf(attempt).frontendApi.replace('clerk.', '');
  throw new Error(
    `The provider's page is not known: the verification is "${verification.status}". For help write to support@${domain}.`,
  );
}

/**
 * Sends the browser, or a window, to a provider's page of the web: a script would run as the application's own, in a window too.
 * @param {SignInResource|SignUpResource} attempt
 * @param {URL|string} url
 * @param {{ location: { href: string } }} [where]
 */
export async function goTo(attempt, url, where = globalThis) {
  const { href, protocol } = new URL(url);
  if (!(await tools.wayOut(clerkOf(attempt), href, PROVIDER)))
    throw new Error(`A browser is not sent to ${protocol} addresses.`);
  where.location.href = href;
}
