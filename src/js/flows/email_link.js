// Waiting until somebody has followed a link that was sent to them.

/** @import { SignInResource, SignInStartEmailLinkFlowParams, SignUpResource, StartEmailLinkFlowParams } from 'clerk-wasm' */

/** How long it is waited between two looks at the attempt, in ms. */
const LOOK_MS = 1000;

const pause = signal =>
  new Promise((resolve, reject) => {
    const end = settle => () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      settle(signal?.reason);
    };
    const stop = end(reject);
    const timer = setTimeout(end(resolve), LOOK_MS);
    signal?.addEventListener('abort', stop);
  });

/**
 * Reads an attempt again and again, until its verification is over.
 * @throws What the Frontend API refuses; an `AbortError` once `signal` is aborted.
 * @template {{ reload(): Promise<unknown> }} Attempt
 * @param {Attempt} attempt
 * @param {(attempt: Attempt) => { status: string }} verificationOf
 * @param {string[]} ends
 * @param {AbortSignal} [signal]
 */
export async function untilFollowed(attempt, verificationOf, ends, signal) {
  for (;;) {
    signal?.throwIfAborted();
    await attempt.reload();
    signal?.throwIfAborted();
    if (ends.includes(verificationOf(attempt).status)) return attempt;
    await pause(signal);
  }
}

/** What ends a sign-in's wait: with `signUpIfMissing` an address may be verified that nobody has signed up with. */
export const SIGN_IN_ENDS = ['verified', 'expired', 'transferable'];
export const SIGN_UP_ENDS = ['verified', 'expired'];

/**
 * `startEmailLinkFlow()` of a sign-in.
 * @param {SignInResource} signIn
 * @param {Partial<SignInStartEmailLinkFlowParams>} params
 * @param {AbortSignal} signal
 */
export async function startInSignIn(signIn, { emailAddressId, redirectUrl } = {}, signal) {
  needsAttempt(signIn, 'SignIn');
  const params = { strategy: /** @type {const} */ ('email_link'), emailAddressId, redirectUrl };
  const isSecond = ['needs_second_factor', 'needs_client_trust'].includes(signIn.status);
  await (isSecond ? signIn.prepareSecondFactor(params) : signIn.prepareFirstFactor(params));
  const verificationOf = isSecond
    ? signIn => signIn.secondFactorVerification
    : signIn => signIn.firstFactorVerification;
  return untilFollowed(signIn, verificationOf, SIGN_IN_ENDS, signal);
}

/**
 * `startEmailLinkFlow()` of a sign-up.
 * @param {SignUpResource} signUp
 * @param {Partial<StartEmailLinkFlowParams>} params
 * @param {AbortSignal} signal
 */
export async function startInSignUp(signUp, { redirectUrl } = {}, signal) {
  needsAttempt(signUp, 'SignUp');
  await signUp.prepareEmailAddressVerification({ strategy: 'email_link', redirectUrl });
  return untilFollowed(signUp, ({ verifications }) => verifications.emailAddress, SIGN_UP_ENDS, signal);
}

/**
 * @param {{ id?: string }} attempt
 * @param {string} noun
 */
function needsAttempt({ id }, noun) {
  if (!id) throw new Error(`There is no ${noun} to send a link for yet: call create() first.`);
}
