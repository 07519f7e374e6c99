export interface Clerk {
  /** The user of the current session; `null` and `undefined` as {@link session}. */
  readonly user: UserResource | null | undefined;
  /** The organization that is active in the current session; `null` and `undefined` as {@link session}. */
  readonly organization: OrganizationResource | null | undefined;
  /** Whether somebody is signed in and has nothing left to do. */
  readonly isSignedIn: boolean;
}

/** What the constructor of {@link Clerk} takes beside the key. */
export interface ClerkOptions {
  /** The domain of this application, for production instances with several. */
  domain?: string;
  /** The URL of your own server that passes requests on to the Frontend API. */
  proxyUrl?: string;
}

/** What `clerk.load()` takes. */
export interface LoadOptions {
  /** False for extensions and native shells, which have no cookies of their own; true when absent. */
  standardBrowser?: boolean;
  /**
   * Whether the token of the current session is looked at while the page is open, every 1.5 s in the tab in front and
   * every 5 s in others, one tab at a time; true when absent. Without, `getToken()` and a timer renew it.
   */
  polling?: boolean;
  /** Where `clerk.signOut()` goes; `/` when absent. */
  afterSignOutUrl?: string;
  /**
   * `'snapshot'`: does not wait for the Frontend API, but starts with the client that the last visit left in `localStorage`. `load()`
   * resolves at once, with the status `degraded`; it is `ready` when client and environment have come, which are asked for
   * until then. Where nothing was left, or the session cookie does not name the session, loading is as without this. Tokens are
   * never kept. If the server refuses the session, nobody is signed in and the status is `error`.
   *
   * @example
   * ```js
   * await clerk.load({ startFrom: 'snapshot' })
   * clerk.user // who was signed in, even without a network
   * ```
   */
  startFrom?: 'snapshot';
}

/** What listeners are given. */
export interface Resources {
  /** The client. */
  client: ClientResource;
  /** The current session: null when nobody is signed in, undefined while one is being left for another. */
  session?: SignedInSessionResource | null;
  /** The current session's user, likewise. */
  user?: UserResource | null;
  /** The active organization, likewise. */
  organization?: OrganizationResource | null;
}

/** Is called with what there is after each change. */
export type ListenerCallback = (emission: Resources) => void;

/** What `clerk.addListener()` takes beside the listener. */
export interface ListenerOptions {
  /** Whether not to call the listener at once with what there is. */
  skipInitialEmit?: boolean;
}

/** Ends a subscription. */
export type UnsubscribeCallback = () => void;

/** What `clerk.setActive()` takes. */
export interface SetActiveParams {
  /** The session to make current, or its id; null for none, absent for the current one. */
  session?: SignedInSessionResource | string | null;
  /** The organization to make active, its id or its slug; null for the personal account. */
  organization?: OrganizationResource | string | null;
  /** Where to go afterwards. */
  redirectUrl?: string;
  /** Goes somewhere, in place of `redirectUrl`. `decorateUrl` makes a URL renew the client's cookie when that is due. */
  navigate?: (params: { session: SessionResource; decorateUrl: (url: string) => string }) => void | Promise<unknown>;
}

/** Is called when the user is signed out, in place of going to a page. */
export type SignOutCallback = () => void | Promise<unknown>;

/** What `clerk.signOut()` takes. */
export interface SignOutOptions {
  /** The session to end; all when absent. */
  sessionId?: string;
  /** Where to go afterwards. */
  redirectUrl?: string;
}
