export interface Clerk {
  /** The key that this object was made with. */
  readonly publishableKey: string;
  /** The host of the Frontend API, as the key names it. */
  readonly frontendApi: string;
  /** What kind of instance the key belongs to. */
  readonly instanceType: 'production' | 'development';
  /** The domain, as requests use it; empty when none was given. */
  readonly domain: string;
  /** The proxy's absolute URL; empty when none was given. */
  readonly proxyUrl: string;
  /** The version of clerk-js that this package behaves like, and tells the Frontend API. */
  readonly version: string;
  /** Whether there is a client: {@link status} is `ready` or `degraded`. */
  readonly loaded: boolean;
  /** The user of the current session; `null` and `undefined` as {@link session}. */
  readonly user: UserResource | null | undefined;
  /** The organization that is active in the current session; `null` and `undefined` as {@link session}. */
  readonly organization: OrganizationResource | null | undefined;
  /** Whether somebody is signed in and has nothing left to do. */
  readonly isSignedIn: boolean;
  /** Any request of the Frontend API, also those that have no method here. Always the same object. */
  getFapiClient(): FapiClient;
  /**
   * Calls `hook` with each further request before it goes out, after the page's own `window.__internal_onBeforeRequest` and after the
   * hooks that were registered before. It may change `url`, `headers`, `body` and `credentials` of what it is given, and take its
   * time: the request waits for its promise. With `false` the request is not sent, and its call rejects with an `AbortError`.
   *
   * @example
   * ```js
   * clerk.__internal_onBeforeRequest(request => {
   *   request.credentials = 'omit'
   *   request.url.searchParams.set('_is_native', '1')
   *   request.headers.set('authorization', storedToken)
   * })
   * ```
   */
  __internal_onBeforeRequest(hook: BeforeRequestHook): void;
  /**
   * Calls `hook` with each further answer, error or not, after the page's own `window.__internal_onAfterResponse` and after the hooks
   * that were registered before. With `false` those after it are not called.
   *
   * @example
   * ```js
   * clerk.__internal_onAfterResponse((request, response) => store(response.headers.get('authorization')))
   * ```
   */
  __internal_onAfterResponse(hook: AfterResponseHook): void;
  /**
   * Changes what is said of each further sign-in and sign-up to the instance's protection. The option `protectAssertion` of
   * {@link load} does not count any more, also not after `undefined`, which says nothing.
   */
  setProtectAssertion(assertion?: ProtectAssertion): void;
}

/**
 * A signed token of your own backend for the rules of the instance's protection, or a function that gives one for each sign-in and
 * sign-up. What fails or is no text is left out, with a warning.
 */
export type ProtectAssertion = string | (() => string | undefined | Promise<string | undefined>);

/** A request of the Frontend API: what `fetch` takes, and where it goes. */
export interface FapiRequestInit extends Omit<RequestInit, 'method' | 'body'> {
  /** The path below `/v1`, such as `/me`. */
  path: string;
  /** `GET` when absent. On the wire all but `GET` are `POST` with `_method` in the query, as browsers send cookies with those only. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The query, before what this package adds. Lists in an object repeat their key. */
  search?: string | URLSearchParams | string[][] | Record<string, string | string[] | undefined>;
  /** Lets a native application rotate its token once. */
  rotatingTokenNonce?: string;
  /** An object becomes a form, `fooBar` the field `foo_bar`; everything else goes out as it is. */
  body?: BodyInit | Record<string, unknown>;
}

/** A request as hooks see it: ready to go out. */
export interface FapiRequest extends Omit<RequestInit, 'headers'> {
  /** The path below `/v1`. */
  readonly path: string;
  /** The logical method. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Where it goes. */
  url: URL;
  /** Its headers. Others than the content type make browsers ask the server first. */
  headers: Headers;
}

/** An answer of the Frontend API. */
export interface FapiResponse extends Response {
  /** The JSON; null where there is none. The body has been read. */
  payload: unknown;
}

/** See `clerk.__internal_onBeforeRequest()`. */
export type BeforeRequestHook = (request: FapiRequest) => unknown;

/** See `clerk.__internal_onAfterResponse()`. */
export type AfterResponseHook = (request: FapiRequest, response: FapiResponse) => unknown;

/** Requests of the Frontend API as they are. */
export interface FapiClient {
  /**
   * Sends a request in the name of this page, as all of this package's are sent: with cookies, the development browser, retries of a
   * `GET` and hooks. An error status is no error here, and a client in the answer is not applied: `clerk.client.reload()` does that.
   *
   * @throws {TypeError} When the request is not one.
   * @throws {Error} When no answer came, or the `signal` was aborted (then with its reason).
   *
   * @example
   * ```js
   * const { ok, payload } = await clerk.getFapiClient().request({ path: '/me', method: 'PATCH', body: { firstName: 'Ada' } })
   * ```
   */
  request(init: FapiRequestInit): Promise<FapiResponse>;
  /** `clerk.__internal_onBeforeRequest()`. */
  onBeforeRequest(hook: BeforeRequestHook): void;
  /** `clerk.__internal_onAfterResponse()`. */
  onAfterResponse(hook: AfterResponseHook): void;
}

/** What the constructor of {@link Clerk} takes beside the key. */
export interface ClerkOptions {
  /** The domain of this application, for production instances with several, or a function that gives it for the page's URL. */
  domain?: string | ((url: URL) => string);
  /** The URL of your own server that passes requests on to the Frontend API, or a function that gives it for the page's URL. */
  proxyUrl?: string | ((url: URL) => string);
}

/** What `clerk.load()` takes. */
export interface LoadOptions extends NavigationOptions {
  /** False for extensions and native shells, which have no cookies of their own; true when absent. */
  standardBrowser?: boolean;
  /**
   * Whether the token of the current session is looked at while the page is open, every 1.5 s in the tab in front and
   * every 5 s in others, one tab at a time; true when absent. Without, `getToken()` and a timer renew it.
   */
  polling?: boolean;
  /**
   * Whether the current session is touched when the window gets the focus, so that the server knows which session and which
   * organization the reader looks at; true when absent. In an application with one session at a time that is once in 5 s at
   * most. Listeners hear of the client that comes with the answer; a failure is nobody's. Never without cookies
   * (`standardBrowser: false`).
   */
  touchSession?: boolean;
  /**
   * Ends the call: the promise rejects with the signal's reason. The load itself goes on while another call waits for it; else its
   * requests are cut off, and a later call begins anew.
   */
  signal?: AbortSignal;
  /** Where `clerk.signOut()` goes; `/` when absent. */
  afterSignOutUrl?: string | null;
  /**
   * Where the tasks of a session are done, such as `{ 'choose-organization': '/choose' }`: `clerk.setActive()` goes there with a pending
   * session; behind `signInUrl` when absent.
   */
  taskUrls?: Partial<Record<string, string>>;
  /**
   * Chooses the session that is current first; when absent it is the one that the client was last active with, or else the first
   * by which somebody is signed in. What the client does not have is nobody.
   */
  selectInitialSession?: (client: ClientResource) => { id: string } | null;
  /** The SDK around this package. */
  sdkMetadata?: SDKMetadata;
  /**
   * Whether this page is a satellite: it has no sign-in of its own, but the one at `signInUrl`, on another domain of the same
   * instance; or a function that tells it for the page's URL. A satellite needs the `domain` or `proxyUrl` of {@link ClerkOptions}.
   * Where `__clerk_synced=false` is in the page's query, `load()` leaves the page to ask there who is signed in, and comes back;
   * it resolves before, with the status `loading`. Not without cookies (`standardBrowser: false`).
   *
   * @example
   * ```js
   * const clerk = new Clerk(publishableKey, { domain: 'satellite.com' })
   * await clerk.load({ isSatellite: true, satelliteAutoSync: true, signInUrl: 'https://primary.com/sign-in' })
   * ```
   */
  isSatellite?: boolean | ((url: URL) => boolean);
  /** Whether a satellite asks without being told so, when its cookies know of nobody; false when absent. */
  satelliteAutoSync?: boolean;
  /** Where signing in is done. Satellites of development instances need it, as an absolute URL on another origin. */
  signInUrl?: string;
  /** What is said of each sign-in and sign-up to the instance's protection. */
  protectAssertion?: ProtectAssertion;
  /**
   * Solves captchas, for instances whose dashboard has bot protection on: with each sign-up, unless the provider or the sign-in
   * before makes it needless; and when the server wants one before it goes on, once for all calls that wait for it, which are then
   * sent again. Without it a sign-up that needs one rejects with `captcha_unavailable`, and a server that wants one is told so.
   * This package loads no script of a captcha's provider.
   *
   * @example
   * ```js
   * await clerk.load({
   *   solveCaptcha: ({ siteKey, action }) =>
   *     new Promise((resolve, reject) =>
   *       turnstile.render('#captcha', { sitekey: siteKey, action, callback: resolve, 'error-callback': reject }),
   *     ),
   * })
   * ```
   */
  solveCaptcha?: (challenge: CaptchaChallenge) => string | Promise<string>;
  /**
   * Loads what measures how strong a password is, for `validatePassword()` on instances that want it; asked once, when the first
   * password is measured. Without it only the complexity is told: this package loads nobody's code.
   *
   * @example
   * ```js
   * await clerk.load({
   *   zxcvbn: async () => {
   *     const { zxcvbn, zxcvbnOptions } = await import('@zxcvbn-ts/core') // version 3
   *     const { dictionary, adjacencyGraphs } = await import('@zxcvbn-ts/language-common')
   *     zxcvbnOptions.setOptions({ dictionary, graphs: adjacencyGraphs })
   *     return zxcvbn
   *   },
   * })
   * ```
   */
  zxcvbn?: () => Promise<(password: string) => ZxcvbnResult>;
  /** What may change. */
  experimental?: {
    /** Whether a request without an answer rejects with a `ClerkRuntimeError` of the code `network_error`, not with a plain `Error`. */
    rethrowOfflineNetworkErrors?: boolean;
    /** Whether the client outlives its sessions, which is the default: without, `signOut()` of all deletes it. */
    persistClient?: boolean;
  };
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

/** A captcha, as the option `solveCaptcha` is given it. */
export interface CaptchaChallenge {
  /** What it is for: a sign-up, a sign-in that may become one, or a call that the server wants verified. */
  action: 'signup' | 'signin' | 'verify';
  /** Whose captcha it is, such as `turnstile`. */
  provider: string;
  /** The key of the widget that the reader sees. */
  siteKey: string;
  /** The key of the widget that nobody sees. */
  invisibleSiteKey: string;
  /** Which of them the instance wants. */
  widgetType: 'smart' | 'invisible' | null;
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
  session?: { readonly id: string } | string | null;
  /** The organization to make active, its id or its slug; null for the personal account. */
  organization?: { readonly id: string } | string | null;
  /** Where to go afterwards: to `/` where that is another origin and none of {@link LoadOptions} `allowedRedirectOrigins`. */
  redirectUrl?: string;
  /**
   * Ends the call: the promise rejects with the signal's reason, the request is cut off, and the session that was current is so
   * again. What the server has done by then stays done.
   */
  signal?: AbortSignal;
  /** Goes somewhere, in place of `redirectUrl`. `decorateUrl` makes a URL renew the client's cookie when that is due. */
  navigate?: (params: { session: SessionResource; decorateUrl: (url: string) => string }) => void | Promise<unknown>;
}

/** Is called when the user is signed out, in place of going to a page. */
export type SignOutCallback = () => void | Promise<unknown>;

/** What `clerk.signOut()` takes. */
export interface SignOutOptions {
  /** The session to end; all when absent. */
  sessionId?: string;
  /** Ends the call, as in {@link SetActiveParams}. */
  signal?: AbortSignal;
  /** Where to go afterwards, as in {@link SetActiveParams}. */
  redirectUrl?: string;
}
