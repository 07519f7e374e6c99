// What the packages for frameworks ask of a Clerk object, beside what applications do.

import { deepCamelCased, isObject } from './camel.js';
import { emission } from './current.js';
import { hooksOf, instanceOf, KEPT, reloadEnvironment, renewDevBrowser, setEnvironment } from './hidden.js';
import { leave } from './navigation.js';
import { newState } from './signals.js';

/** @import { Clerk } from 'clerk-wasm' */

const DEFAULTS = { polling: true, standardBrowser: true, touchSession: true, isSatellite: false };

/** What a page shows itself: this package has no components. Opening and mounting fail, closing and unmounting have nothing to do. */
const opened =
  'SignIn SignUp UserProfile OrganizationProfile InviteMembers CreateOrganization Waitlist GoogleOneTap ' +
  '__Checkout __PlanDetails __SubscriptionDetails __Reverification __EnableOrganizationsPrompt __BlankCaptchaModal';
const mounted =
  'SignIn SignUp UserAvatar UserButton UserProfile OrganizationProfile CreateOrganization OrganizationSwitcher OrganizationList ' +
  'Waitlist PricingTable APIKeys OAuthConsent TaskChooseOrganization TaskResetPassword TaskSetupMFA __ConfigureSSO __ConfigureDirectorySync __OAuthConsent __OAuthDeviceVerification';

/** @returns {never} */
function needsComponents() {
  throw new Error('Clerk was not loaded with Ui components');
}

const named = (does, what) => (what.startsWith('__') ? `__internal_${does}${what.slice(2)}` : does + what);

function components(names, begins, ends) {
  return Object.fromEntries(
    names.split(' ').flatMap(name => [
      [named(begins, name), needsComponents],
      [named(ends, name), () => {}],
    ]),
  );
}

/**
 * An options object once the Clerk object is loaded by it.
 * @param {Clerk} clerk
 */
const optionsOf = clerk => ({ ...(clerk.status === 'loading' ? {} : DEFAULTS), ...hooksOf(clerk).options });

/** Whether an instance has organizations, or a user is about to choose one. */
const hasOrganizations = ({ clerk, environment }) =>
  !!environment?.organization_settings?.enabled || clerk.session?.currentTask?.key === 'choose-organization';

/** @satisfies {Partial<Clerk> & ThisType<Clerk>} */
export const frameworkMethods = {
  ...components(opened, 'open', 'close'),
  ...components(mounted, 'mount', 'unmount'),
  __experimental_prefetchOrganizationSwitcher: needsComponents,
  assertComponentsReady: needsComponents,
  __internal_getOption(name) {
    return optionsOf(this)[name];
  },
  __internal_updateProps() {},
  __internal_windowNavigate(to, how) {
    leave(how?.useStaticAllowlistOnly ? {} : hooksOf(this).options, to);
  },
  __internal_navigateWithError(to, error) {
    hooksOf(this).lastError = error;
    return this.navigate(to);
  },
  __internal_setCountry(country) {
    this.__internal_country ||= country;
  },
  async __internal_reloadInitialResources() {
    await Promise.all([reloadEnvironment(this), this.client?.reload()]);
  },
  async __internal_setEnvironment(json) {
    if (!isObject(json)) throw new TypeError('clerk.__internal_setEnvironment() takes an object.');
    setEnvironment(this, json);
  },
  __internal_handleUnauthenticatedDevBrowser() {
    return renewDevBrowser(this);
  },
  __internal_attemptToEnableEnvironmentSetting(/** @type {{ for?: string }} */ { for: setting } = {}) {
    if (setting !== 'organizations')
      throw new Error(`Attempted to enable an unknown or unsupported setting "${setting}".`);
    return { isEnabled: hasOrganizations(instanceOf(this)) };
  },
};

/**
 * Read at each time.
 * @satisfies {Record<string, (clerk: Clerk) => unknown>}
 */
export const frameworkGetters = {
  /** What was told last, once. */
  __internal_last_error(clerk) {
    const hooks = hooksOf(clerk);
    const { lastError = null } = hooks;
    hooks.lastError = null;
    return lastError;
  },
  isStandardBrowser: clerk => !!optionsOf(clerk).standardBrowser,
  __internal_lastEmittedResources(clerk) {
    const hooks = hooksOf(clerk);
    return (hooks.emitted ??= hooks.hasEmitted ? emission(clerk.client, clerk.session) : undefined);
  },
  __internal_setActiveInProgress: clerk => !!hooksOf(clerk).isSettingActive,
  __internal_environment: clerk => deepCamelCased(instanceOf(clerk).environment),
  __internal_state: clerk => (clerk[KEPT].state ??= newState(clerk)),
  __internal_hasOAuthTransport: () => false,
  __internal_oauthTransport: () => null,
};
