export interface Clerk {
  /**
   * Calls `listener` with every change of the client, the session, the user or the organization, and once at once if there is a
   * client. A listener gets the object that it got before, as long as nothing in it is news; the organization is always the present
   * one. What a listener throws is reported and disturbs nobody else.
   *
   * The first emission of {@link load} comes before its {@link status}.
   *
   * @returns A function that ends the subscription.
   *
   * @example
   * ```js
   * const unsubscribe = clerk.addListener(({ user }) => (greeting.textContent = user ? `Hello ${user.firstName}` : 'Hello'))
   * ```
   */
  addListener(listener: ListenerCallback, options?: ListenerOptions): UnsubscribeCallback;
  /**
   * Calls `handler` each time that {@link status} becomes another; with `notify` also at once.
   *
   * @example
   * ```js
   * clerk.on('status', status => (banner.hidden = status !== 'degraded'), { notify: true })
   * ```
   */
  on(event: 'status', handler: (status: ClerkStatus) => void, options?: { notify: boolean }): void;
  /** Ends what {@link on} began; without a handler for all of them. */
  off(event: 'status', handler?: (status: ClerkStatus) => void): void;
  /**
   * Takes over the data of a client, such as one of `ClientResource.fromJSON()`, or one of clerk-js's own. The first one chooses the current session; in later
   * ones it is found again, or nobody is signed in.
   *
   * @throws {TypeError} When it is no client.
   */
  updateClient(
    client: { readonly signedInSessions: unknown[]; __internal_toSnapshot(): object },
    options?: { __internal_dangerouslySkipEmit?: boolean },
  ): void;
  /** Calls `listener` after each {@link navigate}; returns what ends that. */
  __internal_addNavigationListener(listener: () => void): UnsubscribeCallback;
}

/** How far `clerk.load()` has come. */
export type ClerkStatus = 'loading' | 'ready' | 'degraded' | 'error';
