/** From where a session was last used. */
export interface SessionActivity {
  /** The unique identifier. */
  readonly id: string;
  /** Whether it was a mobile device. */
  readonly isMobile: boolean;
  /** The IP address. */
  readonly ipAddress?: string;
  /** The city that the address suggests. */
  readonly city?: string;
  /** The country that the address suggests. */
  readonly country?: string;
  /** The version of the browser. */
  readonly browserVersion?: string;
  /** The name of the browser. */
  readonly browserName?: string;
  /** The kind of device. */
  readonly deviceType?: string;
}

/**
 * A session, as the Backend API describes it. Read-only; times are ms since the epoch.
 *
 * A property that the JSON does not tell is absent.
 */
export class BackendSession {
  private constructor();
  /**
   * Reads the Backend API's JSON of a session.
   * @throws {TypeError} When it is not a JSON object.
   */
  static fromJSON(json: object): BackendSession;
  /** The unique identifier, `sess_…`. */
  readonly id: string;
  /** The client that the session belongs to. */
  readonly clientId: string;
  /** The user that is signed in by the session. */
  readonly userId: string;
  /** The state of the session. */
  readonly status: string;
  /** When the session was last active. */
  readonly lastActiveAt: number;
  /** When the session expires. */
  readonly expireAt: number;
  /** When the session is abandoned for want of activity. */
  readonly abandonAt: number;
  /** When the session was created. */
  readonly createdAt: number;
  /** When the session was last updated. */
  readonly updatedAt: number;
  /** The organization that is active in the session. */
  readonly lastActiveOrganizationId?: string;
  /** From where the session was last used; a browser cannot know it. */
  readonly latestActivity?: SessionActivity;
  /** Who acts on behalf of the user, when somebody does. */
  readonly actor: Record<string, unknown> | null;
}

/**
 * A client, as the Backend API describes it. Read-only; times are ms since the epoch.
 *
 * A property that the JSON does not tell is absent.
 */
export class BackendClient {
  private constructor();
  /**
   * Reads the Backend API's JSON of a client.
   * @throws {TypeError} When it is not a JSON object.
   */
  static fromJSON(json: object): BackendClient;
  /** The unique identifier, `client_…`. */
  readonly id: string;
  /** The identifiers of `sessions`. */
  readonly sessionIds: readonly string[];
  /** The sessions on the client. */
  readonly sessions: readonly BackendSession[];
  /** The current sign-in attempt. */
  readonly signInId: string | null;
  /** The current sign-up attempt. */
  readonly signUpId: string | null;
  /** The session that was last active. */
  readonly lastActiveSessionId: string | null;
  /** How the visitor last signed in. */
  readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null;
  /** When the client was created. */
  readonly createdAt: number;
  /** When the client was last updated. */
  readonly updatedAt: number;
}
