// The methods of a Clerk object that name the instance's pages, and those that go there.

import { hooksOf, instanceOf } from './hidden.js';
import { navigate } from './navigation.js';
import { attemptUrl, behindHash, snakeCased, taskUrl, urlAfter } from './urls.js';

/** @import { AuthenticationUrlOptions, Clerk } from 'clerk-wasm' */
/** @typedef {ReturnType<typeof instanceOf>} Instance */

/** Pages that the environment alone names: `user_profile_url`, … */
const named = ['UserProfile', 'Home', 'CreateOrganization', 'OrganizationProfile'];

/** @returns {(instance: Instance) => string} */
const fromEnvironment =
  name =>
  ({ clerk, pages }) =>
    pages ? clerk.buildUrlWithAuth(pages[snakeCased(name).slice(1) + '_url'] ?? '') : '';

/** @type {Record<string, (instance: Instance, given?: AuthenticationUrlOptions & { params?: URLSearchParams }) => string>} */
const urls = {
  ...Object.fromEntries(named.map(name => [name, fromEnvironment(name)])),
  SignIn: (instance, given) => attemptUrl('signIn', instance, given),
  SignUp: (instance, given) => attemptUrl('signUp', instance, given),
  AfterSignIn: (instance, { params } = {}) => instance.clerk.buildUrlWithAuth(urlAfter('signIn', instance, {}, params)),
  AfterSignUp: (instance, { params } = {}) => instance.clerk.buildUrlWithAuth(urlAfter('signUp', instance, {}, params)),
  AfterSignOut: ({ clerk, options: { afterSignOutUrl: url } }) => (url ? clerk.buildUrlWithAuth(url) : '/'),
  AfterMultiSessionSingleSignOut({ clerk, options: { afterMultiSessionSingleSignOutUrl: url, signInUrl }, pages }) {
    if (!pages) return '';
    return clerk.buildUrlWithAuth(
      url || (signInUrl ? behindHash(signInUrl, 'choose') : (pages.after_sign_out_one_url ?? '')),
    );
  },
  NewSubscriptionRedirect: ({ clerk, options }) => options.newSubscriptionRedirectUrl || clerk.buildAfterSignInUrl(),
  Waitlist: ({ options, pages }, { initialValues } = {}) =>
    behindHash(options.waitlistUrl || pages?.waitlist_url, '', initialValues),
  Tasks({ clerk, options: { taskUrls } }, given) {
    const task = clerk.session?.currentTask;
    return task ? (taskUrls?.[task.key] ?? taskUrl(task, clerk.buildSignInUrl(given))) : '';
  },
};

/** Pages that are only named. */
const notGoneTo = ['Home', 'AfterMultiSessionSingleSignOut', 'NewSubscriptionRedirect'];

/** In a page; elsewhere there is nothing to show. */
const goTo = (clerk, urlOf) => globalThis.location && clerk.navigate(urlOf());

/** @type {ThisType<Clerk> & Record<string, (...given: any[]) => unknown>} */
export const pageMethods = {
  async navigate(to, how) {
    return navigate(hooksOf(this), to, how);
  },
  async redirectWithAuth(to) {
    return goTo(this, () => this.buildUrlWithAuth(to));
  },
};

for (const [name, urlOf] of Object.entries(urls)) {
  const build = `build${name}Url`;
  /** @this {Clerk} */
  pageMethods[build] = function (given) {
    return urlOf(instanceOf(this), given);
  };
  if (notGoneTo.includes(name)) continue;
  /** @this {Clerk} */
  pageMethods['redirectTo' + name] = async function (given) {
    return goTo(this, () => this[build](given));
  };
}
