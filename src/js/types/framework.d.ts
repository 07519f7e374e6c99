/** Components that clerk-js opens over a page; those of this package's internals have another prefix. */
type OpenedComponent =
  | 'SignIn'
  | 'SignUp'
  | 'UserProfile'
  | 'OrganizationProfile'
  | 'InviteMembers'
  | 'CreateOrganization'
  | 'Waitlist';
type OpenedInternally =
  | 'Checkout'
  | 'PlanDetails'
  | 'SubscriptionDetails'
  | 'Reverification'
  | 'EnableOrganizationsPrompt'
  | 'BlankCaptchaModal';

/** Components that clerk-js puts into a page. */
type MountedComponent =
  | 'SignIn'
  | 'SignUp'
  | 'UserAvatar'
  | 'UserButton'
  | 'UserProfile'
  | 'OrganizationProfile'
  | 'CreateOrganization'
  | 'OrganizationSwitcher'
  | 'OrganizationList'
  | 'Waitlist'
  | 'PricingTable'
  | 'APIKeys'
  | 'OAuthConsent'
  | 'TaskChooseOrganization'
  | 'TaskResetPassword'
  | 'TaskSetupMFA';
type MountedInternally = 'ConfigureSSO' | 'ConfigureDirectorySync' | 'OAuthConsent' | 'OAuthDeviceVerification';

type Begins =
  | `open${OpenedComponent | 'GoogleOneTap'}`
  | `__internal_open${OpenedInternally}`
  | `mount${MountedComponent}`
  | `__internal_mount${MountedInternally}`;
type Ends =
  | `close${OpenedComponent | 'GoogleOneTap'}`
  | `__internal_close${OpenedInternally}`
  | `unmount${MountedComponent}`
  | `__internal_unmount${MountedInternally}`;

/**
 * There are no components in this package. What would show one throws an `Error`, `Clerk was not loaded with Ui components`; what would
 * take one away has nothing to do.
 */
export type ComponentMethods = Record<Begins, (...given: unknown[]) => never> &
  Record<Ends, (...given: unknown[]) => void>;

/** What an SDK says of itself. */
export interface SDKMetadata {
  /** Its package's name. */
  name: string;
  /** Its version. */
  version: string;
  /** Such as `production`. */
  environment?: string;
}

/** What of a Clerk object the packages for frameworks use, such as `@clerk/react`. */
export interface Clerk extends ComponentMethods {
  /** The SDK around this object, as `load({ sdkMetadata })` has named it; the same one for all Clerk objects of a page. */
  sdkMetadata: SDKMetadata | undefined;
  /** There is no `@clerk/ui` here. */
  readonly uiVersion: undefined;
  /** Nothing is collected. */
  readonly telemetry: undefined;
  /** Whether {@link load} was told that there are cookies; false before. */
  readonly isStandardBrowser: boolean;
  /** Not in this package. */
  readonly billing: never;
  /** Not in this package. */
  readonly apiKeys: never;
  /** Not in this package. */
  readonly oauthApplication: never;
  /** What listeners were told last: the same object until the next time; undefined before the first. */
  readonly __internal_lastEmittedResources: Resources | undefined;
  /** The signals behind `useSignIn()`, `useSignUp()` and `useWaitlist()`. */
  readonly __internal_state: ClerkState;
  /** Whether {@link setActive} is under way. */
  readonly __internal_setActiveInProgress: boolean;
  /** The instance's settings as the Frontend API sends them, with every key in camel case; null before they are there. */
  readonly __internal_environment: any;
  /** What {@link __internal_navigateWithError} has left, once. */
  readonly __internal_last_error: unknown;
  /** The country that {@link __internal_setCountry} was given first. */
  __internal_country?: string | null;
  /** There is nothing that could be loaded. */
  readonly __internal_moduleManager: undefined;
  /** There is no transport of a native shell. */
  readonly __internal_hasOAuthTransport: boolean;
  /** See {@link __internal_hasOAuthTransport}. */
  readonly __internal_oauthTransport: null;
  /** An option of {@link load}, or what holds in its place; also one that is not known here. */
  __internal_getOption<Key extends string>(name: Key): any;
  /** Components would show other props; there are none. */
  __internal_updateProps(props: unknown): void;
  /** Has the browser leave this page for a URL with one of the allowed protocols. */
  __internal_windowNavigate(to: URL | string, options?: { useStaticAllowlistOnly?: boolean }): void;
  /** Goes to a page, and leaves an error for it. */
  __internal_navigateWithError(to: string, error: unknown): Promise<unknown>;
  /** Says where the reader is, unless that has been said. */
  __internal_setCountry(country: string | null): void;
  /**
   * Takes over an instance's settings, as the Frontend API sends them.
   *
   * @throws {TypeError} When it is no object.
   */
  __internal_setEnvironment(environment: object): Promise<void>;
  /** Has another development browser made, where the server does not know this one any more; nothing in production. */
  __internal_handleUnauthenticatedDevBrowser(): Promise<void>;
  /** Reads environment and client again. */
  __internal_reloadInitialResources(): Promise<void>;
  /**
   * Whether the instance has organizations. Where it has none, clerk-js asks a developer to turn them on; nobody is asked here.
   *
   * @throws {Error} For another setting.
   */
  __internal_attemptToEnableEnvironmentSetting(params: { for: 'organizations'; caller?: string }): {
    isEnabled: boolean;
  };
  /** Throws: see {@link ComponentMethods}. */
  assertComponentsReady(): never;
  /** Throws: see {@link ComponentMethods}. */
  __experimental_prefetchOrganizationSwitcher(): never;
  /** Not in this package. */
  readonly __internal_loadStripeJs: never;
  /** Not in this package. */
  readonly __experimental_checkout: never;
  /** Snapshots take its place: see `load({ startFrom: 'snapshot' })`. */
  readonly __internal_getCachedResources: undefined;
}
