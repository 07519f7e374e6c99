/** What a router is given beside the path. */
export interface RouterMetadata {
  /** Has the browser leave this page for a URL, in the router's stead. */
  windowNavigate: (to: URL | string) => void;
  /** What the caller of `clerk.navigate()` gave. */
  __internal_metadata?: any;
}

/** Shows a page of this origin, by its path, query and hash. */
export type RouterFn = (to: string, metadata?: RouterMetadata) => Promise<unknown> | unknown;

/** What `clerk.navigate()` takes beside the URL. */
export interface NavigateOptions {
  /** Whether the page takes the place of the present one in the history, where the router can do that. */
  replace?: boolean;
  /** Is passed on to the router. */
  metadata?: object;
}

/** Where to go after a sign-in or a sign-up: what forces goes before what the page was asked for with, and a fallback behind it. */
export interface AfterAuthenticationUrls {
  /** After each sign-in. */
  signInForceRedirectUrl?: string | null;
  /** After a sign-in that was not asked to go anywhere. */
  signInFallbackRedirectUrl?: string | null;
  /** After each sign-up. */
  signUpForceRedirectUrl?: string | null;
  /** After a sign-up that was not asked to go anywhere. */
  signUpFallbackRedirectUrl?: string | null;
}

/** What `clerk.buildSignInUrl()` and `buildSignUpUrl()` take. */
export interface AuthenticationUrlOptions extends AfterAuthenticationUrls {
  /** Where to go afterwards; this page when absent. */
  redirectUrl?: string | null;
  /** What the form has in it already, such as `emailAddress`. */
  initialValues?: Record<string, string>;
}

/** The options of `clerk.load()` about other pages. */
export interface NavigationOptions extends AfterAuthenticationUrls {
  /**
   * Shows pages of this origin, in place of the browser.
   *
   * @example
   * ```js
   * await clerk.load({ routerPush: to => router.push(to), routerReplace: to => router.replace(to) })
   * ```
   */
  routerPush?: RouterFn;
  /** The same for what takes the place of the present page in the history. */
  routerReplace?: RouterFn;
  /** Where signing up is done; the instance's own page when absent, or that of `signInUrl` if it is a path. */
  signUpUrl?: string;
  /** Where the waitlist is joined; the instance's own page when absent. */
  waitlistUrl?: string;
  /** Where to go when one of several sessions was signed out of; where another one is chosen when absent. */
  afterMultiSessionSingleSignOutUrl?: string | null;
  /** Where to go after a subscription was begun; where sign-ins go when absent. */
  newSubscriptionRedirectUrl?: string | null;
  /**
   * Where sign-ins, sign-ups, `setActive()` and `signOut()` may be asked to go afterwards beside this origin: texts in which a star is anything, or patterns;
   * the domains of the instance when absent. Nobody is sent to others, with a warning. On a development instance satellites have to be among them, and
   * the development browser's token goes along to these origins and to the instance only.
   */
  allowedRedirectOrigins?: (string | RegExp)[];
  /** Protocols of pages that a browser may be sent to beside `http:` and `https:`, such as `myapp:`. */
  allowedRedirectProtocols?: string[];
}

export interface Clerk {
  /**
   * Goes to a page: by `routerPush` or `routerReplace` of {@link load} where it is of this origin, else the browser leaves this page. A URL of
   * another protocol than `http:`, `https:` and those of `allowedRedirectProtocols` leads to `/`, and so does one without protocol of another
   * host. One with it is gone to, whosever it is: ask `allowedRedirectOrigins` by a `redirectUrl` where it is not your own. Nothing happens without a URL and outside of pages.
   *
   * @throws {TypeError} When it is not a URL.
   *
   * @example
   * ```js
   * await clerk.navigate('/welcome', { replace: true })
   * ```
   */
  navigate(to: string | undefined, options?: NavigateOptions): Promise<unknown>;
  /**
   * `to`, as a browser has to be sent there: on a development instance an absolute URL, which takes the development browser's
   * token along where it leads to the instance or to another origin that `allowedRedirectOrigins` names; unchanged in production.
   *
   * @throws {TypeError} When `to` is not a URL.
   */
  buildUrlWithAuth(to: string | URL): string;
  /** The page on which one signs in; empty before the environment is there. What is to come afterwards stands behind its hash. */
  buildSignInUrl(options?: AuthenticationUrlOptions): string;
  /** The page on which one signs up; see {@link buildSignInUrl}. */
  buildSignUpUrl(options?: AuthenticationUrlOptions): string;
  /** The page of the user's account; empty before the environment is there. */
  buildUserProfileUrl(): string;
  /** The application's first page, as the dashboard has it; empty before the environment is there. */
  buildHomeUrl(): string;
  /** The page on which organizations are made; empty before the environment is there. */
  buildCreateOrganizationUrl(): string;
  /** The page of the active organization; empty before the environment is there. */
  buildOrganizationProfileUrl(): string;
  /** Where the open task of the current session is done; empty where there is none. */
  buildTasksUrl(options?: AuthenticationUrlOptions): string;
  /** Where to go after a sign-in, as the query in `params`, such as `?redirect_url=/welcome`, and the options of {@link load} say; else `/`. */
  buildAfterSignInUrl(options?: { params?: URLSearchParams }): string;
  /** Where to go after a sign-up; see {@link buildAfterSignInUrl}. */
  buildAfterSignUpUrl(options?: { params?: URLSearchParams }): string;
  /** Where to go after signing out. */
  buildAfterSignOutUrl(): string;
  /** Where to go when one of several sessions was signed out of; empty before the environment is there. */
  buildAfterMultiSessionSingleSignOutUrl(): string;
  /** Where to go after a subscription was begun. */
  buildNewSubscriptionRedirectUrl(): string;
  /** The page of the waitlist; this page before the environment is there. */
  buildWaitlistUrl(options?: { initialValues?: Record<string, string> }): string;
  /** Goes to a page, with what {@link buildUrlWithAuth} adds. */
  redirectWithAuth(to: string): Promise<unknown>;
  /** Goes to {@link buildSignInUrl}. */
  redirectToSignIn(options?: AuthenticationUrlOptions): Promise<unknown>;
  /** Goes to {@link buildSignUpUrl}. */
  redirectToSignUp(options?: AuthenticationUrlOptions): Promise<unknown>;
  /** Goes to {@link buildUserProfileUrl}. */
  redirectToUserProfile(): Promise<unknown>;
  /** Goes to {@link buildCreateOrganizationUrl}. */
  redirectToCreateOrganization(): Promise<unknown>;
  /** Goes to {@link buildOrganizationProfileUrl}. */
  redirectToOrganizationProfile(): Promise<unknown>;
  /** Goes to {@link buildAfterSignInUrl}. */
  redirectToAfterSignIn(): Promise<unknown>;
  /** Goes to {@link buildAfterSignUpUrl}. */
  redirectToAfterSignUp(): Promise<unknown>;
  /** Goes to {@link buildAfterSignOutUrl}. */
  redirectToAfterSignOut(): Promise<unknown>;
  /** Goes to {@link buildWaitlistUrl}. */
  redirectToWaitlist(): Promise<unknown>;
  /** Goes to {@link buildTasksUrl}. */
  redirectToTasks(options?: AuthenticationUrlOptions): Promise<unknown>;
}
