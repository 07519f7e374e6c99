// Captchas: the application solves them, since this package loads nobody's scripts.

import { failure } from './tools.js';

/**
 * Has `solver`, the option `solveCaptcha` of `load()`, solve what the environment describes.
 * @returns What is said to the server; nothing where the instance has no captchas.
 * @throws {ClerkRuntimeError} `captcha_unavailable` when it fails before an attempt is started; a server that asks is told instead.
 */
export async function solve(solver, environment, action) {
  const {
    captcha_public_key: siteKey,
    captcha_public_key_invisible: invisibleSiteKey,
    captcha_provider: provider,
    captcha_widget_type: captchaWidgetType,
  } = environment?.display_config ?? {};
  if (!siteKey || !invisibleSiteKey) return;
  const asked = action === 'verify' && { captchaAction: action };
  let captchaToken;
  try {
    captchaToken = await solver({ action, provider, siteKey, invisibleSiteKey, widgetType: captchaWidgetType });
  } catch (error) {
    const captchaError = error?.message || `${error}`;
    if (!asked) throw failure('captcha_unavailable', `The captcha was not solved: ${captchaError}`, error);
    return { captchaError, ...asked };
  }
  if (typeof captchaToken !== 'string') throw new TypeError('The option solveCaptcha gives the token, a text.');
  return { captchaToken, captchaWidgetType, ...asked };
}
