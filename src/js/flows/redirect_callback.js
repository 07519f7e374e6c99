// The page that a provider comes back to. What comes next, `engine/flows/callback.rs` knows; here is how one goes there.

import { tools } from './tools.js';

/** @import { Clerk, HandleOAuthCallbackParams } from 'clerk-wasm' */
/** @typedef {(to: string) => Promise<unknown>} Navigate */

/**
 * @param {Clerk} clerk
 * @param {HandleOAuthCallbackParams} params
 */
const goesOn = (clerk, { __internal_navigateOnSetActive: act }) =>
  act && (given => act({ ...given, decorateUrl: clerk.buildUrlWithAuth }));

const comeBack =
  name =>
  async (
    /** @type {Clerk} */ clerk,
    /** @type {HandleOAuthCallbackParams} */ params = {},
    /** @type {Navigate} */ customNavigate,
  ) => {
    const go = customNavigate ?? params.__internal_navigate ?? clerk.navigate;
    return tools.flow(clerk, name, [params, go, goesOn(clerk, params)]);
  };

/** `clerk.handleRedirectCallback()` */
export const handleRedirectCallback = comeBack('handleRedirectCallback');

/** `clerk.__internal_resumeAfterProtectCheck()` */
export const resumeAfterProtectCheck = comeBack('resumeAfterProtectCheck');

/**
 * `clerk.handleGoogleOneTapCallback()`: the same for the attempt that is given, such as the one that the token has made.
 * @param {Clerk} clerk
 * @param {any} attempt
 * @param {HandleOAuthCallbackParams} params
 * @param {Navigate} [customNavigate]
 */
export async function handleResourceCallback(clerk, attempt, params = {}, customNavigate) {
  const go = customNavigate ?? clerk.navigate;
  // The router of a component knows its own paths only.
  const inside = !customNavigate && params.__internal_navigate;
  const given = [params, inside || (to => go(clerk.buildUrlWithAuth(to))), goesOn(clerk, params)];
  const { handle } = attempt?.[tools.HIDDEN] ?? {};
  return handle ? handle.flow('handleResourceCallback', given) : tools.flow(clerk, 'handleRedirectCallback', given);
}
