// The page that a provider comes back to: how far the sign-in and the sign-up have come leads on.

import { activate, pagesOf, stepOfSignUp } from './destinations.js';
import { PAGE, tools, wayOut } from './tools.js';

/** @import { Clerk, HandleOAuthCallbackParams, SignInResource, SignUpResource } from 'clerk-wasm' */
/** @typedef {{ signIn: SignInResource, signUp: SignUpResource }} Attempts */
/** @typedef {(to: string) => Promise<unknown>} Navigate */

const page = name => ({ page: name });
/** @param {SignInResource} signIn */
const isGated = signIn => signIn.protectCheck || signIn.status === 'needs_protect_check';

/** Whether the server has said a field of an attempt. */
const isThere = (attempt, name) => attempt[tools.HIDDEN]?.json[name] !== undefined;

/** Where a sign-in goes on that is not complete. */
const pageOfSignIn = {
  needs_first_factor: 'firstFactor',
  needs_second_factor: 'secondFactor',
  needs_new_password: 'resetPassword',
};

/**
 * What comes next: the first of these that holds.
 * @returns A `page`; a `session` with the page `of` an attempt that its tasks are done at and the one that it is `after`; the attempt
 * that goes on with a `transfer`; `steps` of the sign-up; or nothing.
 * @param {Attempts} attempts
 * @param {HandleOAuthCallbackParams} params
 * @param {boolean} [isResuming]
 */
function nextStep({ signIn, signUp }, { reloadResource, transferable, continuation }, isResuming) {
  const { firstFactorVerification: factor, status, supportedFirstFactors } = signIn;
  const { externalAccount: account } = signUp.verifications;
  const { __internal_future: ofSignIn } = signIn;
  const { __internal_future: ofSignUp } = signUp;
  if (status === 'complete') return { session: signIn.createdSessionId, of: 'signIn', after: 'signIn' };
  // An attempt that somebody gave up has its challenge for a day: it is none of this callback's.
  if (!isResuming && reloadResource !== 'signUp' && isGated(signIn)) return page('signInProtectCheck');
  if (!isResuming && reloadResource !== 'signIn' && signUp.protectCheck) return page('signUpProtectCheck');
  if (ofSignUp.isTransferable) return { transfer: 'signIn' };
  if (account.error?.code === 'user_locked') return page('signUp');
  if (factor.error?.code === 'user_locked') return page('signIn');
  // What an enterprise has to say is said at its own page, where the reader just was. A list that the server leaves out says nothing of it.
  const isElsewhere =
    isThere(signIn, 'supported_first_factors') &&
    supportedFirstFactors?.every(({ strategy }) => strategy === 'enterprise_sso');
  if (status === 'needs_first_factor' && !isElsewhere) return page('firstFactor');
  if (status === 'needs_new_password') return page('resetPassword');
  if (ofSignIn.isTransferable || continuation === 'transfer_to_sign_up')
    return transferable === false ? page('signIn') : { transfer: 'signUp' };
  if (signUp.status === 'complete') return { session: signUp.createdSessionId, of: 'signUp', after: 'signUp' };
  if (status === 'needs_second_factor') return page('secondFactor');
  const before = ofSignIn.existingSession ?? ofSignUp.existingSession;
  if (before) return { session: before.sessionId, of: ofSignUp.existingSession ? 'signUp' : 'signIn', after: 'signIn' };
  if (account.error) return page('signUp');
  if (account.status === 'verified' && signUp.status === 'missing_requirements') return { steps: signUp };
}

/**
 * Goes on with the other attempt; gives what comes next.
 * @param {Attempts} attempts
 * @param {'signIn'|'signUp'} to
 * @param {HandleOAuthCallbackParams} params
 */
async function transfer({ signIn, signUp }, to, { unsafeMetadata }) {
  if (to === 'signUp') {
    const { status, createdSessionId } = await signUp.create({ transfer: true, unsafeMetadata });
    if (status === 'complete') return { session: createdSessionId, of: 'signUp', after: 'signUp' };
    if (status === 'missing_requirements') return { steps: signUp };
    throw new Error(`The sign-up that the provider's account should become is "${status}".`);
  }
  const { status, createdSessionId } = await signIn.create({ transfer: true });
  if (isGated(signIn)) return page('signInProtectCheck');
  if (status === 'complete') return { session: createdSessionId, of: 'signUp', after: 'signIn' };
  if (pageOfSignIn[status]) return page(pageOfSignIn[status]);
  throw new Error(`The sign-in that the provider's account should become is "${status}".`);
}

/** Another window may have gone on with the attempt. One that is not there any more is no reason to stop. */
async function renew(attempt) {
  if (attempt && !globalThis.opener) await attempt.reload().catch(() => {});
}

/**
 * @param {Clerk} clerk
 * @param {Attempts} attempts
 * @param {HandleOAuthCallbackParams} params
 * @param {Navigate} navigate
 * @param {boolean} [isResuming]
 */
async function goOn(clerk, attempts, params, navigate, isResuming) {
  await renew(attempts[params.reloadResource]);
  const pages = pagesOf(clerk, params);
  let next = nextStep(attempts, params, isResuming);
  if (next?.transfer) next = await transfer(attempts, next.transfer, params);
  if (next?.session) {
    const urlOf = () => tools.urlAfter(next.after, tools.instanceOf(clerk), params);
    return activate(clerk, next.session, pages[next.of], urlOf, params.__internal_navigateOnSetActive);
  }
  if (next?.steps) return stepOfSignUp(next.steps, pages, navigate);
  if (next?.page) return navigate(pages[next.page]);
  if (clerk.session?.currentTask)
    return void (await clerk.redirectToTasks({ redirectUrl: clerk.buildAfterSignInUrl() }));
  return navigate(pages.signIn);
}

/**
 * A way to pages that is asked for none that nobody is sent to: a caller's own may do anything with it.
 * @param {Clerk} clerk
 * @param {Navigate} navigate
 * @returns {Navigate}
 */
const judged = (clerk, navigate) => async to => navigate(await wayOut(clerk, to, PAGE));

/** @param {Clerk} clerk */
const isReady = clerk => clerk.loaded && clerk.client && pagesOf(clerk, {});

const comeBack =
  isResuming =>
  async (
    /** @type {Clerk} */ clerk,
    /** @type {HandleOAuthCallbackParams} */ params = {},
    /** @type {Navigate} */ customNavigate,
  ) => {
    if (!isReady(clerk)) return;
    const go = customNavigate ?? params.__internal_navigate ?? clerk.navigate;
    return goOn(clerk, clerk.client, params, judged(clerk, go), isResuming);
  };

/** `clerk.handleRedirectCallback()` */
export const handleRedirectCallback = comeBack(false);

/** `clerk.__internal_resumeAfterProtectCheck()`: the challenge is met, and is no reason to go to its page once more. */
export const resumeAfterProtectCheck = comeBack(true);

/**
 * `clerk.handleGoogleOneTapCallback()`: the same for the attempt that is given, such as the one that the token has made.
 * @param {Clerk} clerk
 * @param {any} attempt
 * @param {HandleOAuthCallbackParams} params
 * @param {Navigate} [customNavigate]
 */
export async function handleResourceCallback(clerk, attempt, params = {}, customNavigate) {
  if (!isReady(clerk)) return;
  const { signIn, signUp } = clerk.client;
  const attempts = {
    signIn: 'identifier' in (attempt ?? {}) ? attempt : signIn,
    signUp: 'missingFields' in (attempt ?? {}) ? attempt : signUp,
  };
  const go = customNavigate ?? clerk.navigate;
  // The router of a component knows its own paths only.
  const inside = !customNavigate && params.__internal_navigate;
  return goOn(clerk, attempts, params, judged(clerk, inside || (to => go(clerk.buildUrlWithAuth(to)))));
}
