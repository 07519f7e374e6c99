export interface ClientResource {
  /** Where the Frontend API keeps the client. */
  readonly pathRoot: '/client';
  /** The unique identifier, `client_…`; `undefined` before the client is created, empty after {@link destroy}. */
  readonly id: string | undefined;
  /**
   * The sessions by which somebody is signed in: those whose status is `active`, or `pending` on a task that the user
   * still has to do. A new array each time.
   */
  readonly signedInSessions: SignedInSessionResource[];
  /** @deprecated Use {@link signIn}. */
  readonly signInAttempt: SignInResource;
  /** @deprecated Use {@link signUp}. */
  readonly signUpAttempt: SignUpResource;
  /** The id of the session that was last active on this client. */
  readonly lastActiveSessionId: string | null;
  /** How the user of this client last authenticated; `null` when unknown or when the instance does not tell. */
  readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null;
  /** Whether captcha checks are skipped for this client. */
  readonly captchaBypass: boolean;
  /** When the client's authentication cookie expires; `null` when that is not known. */
  readonly cookieExpiresAt: Date | null;
  /** When the client was created. */
  readonly createdAt: Date | null;
  /** When the client was last updated. */
  readonly updatedAt: Date | null;
  /**
   * The client as JSON in the Frontend API's form, from which {@link fromJSON} makes the same client again. Keys that
   * this package does not know are kept.
   */
  __internal_toSnapshot(): ClientJSONSnapshot;
  /**
   * The client as the Backend API describes it. What a browser cannot know, such as a session's latest activity, is
   * absent.
   */
  toBackend(): BackendClient;
  /** The client as JSON that the `Client` of Clerk's Android SDK reads. */
  toAndroid(): AndroidClientJSON;
}

/** A client as wire JSON, from `client.__internal_toSnapshot()`. Times are ms since the epoch. */
export interface ClientJSONSnapshot {
  object: 'client';
  /** The unique identifier; empty where there is none. */
  id: string;
  /** The sessions as the server sent them. */
  sessions: ReturnType<SessionResource['__internal_toSnapshot']>[];
  /** The current sign-up attempt; blank, with an empty id, when there is none. */
  sign_up: any;
  /** The current sign-in attempt; blank, with an empty id, when there is none. */
  sign_in: any;
  last_active_session_id: string | null;
  captcha_bypass: boolean;
  cookie_expires_at: number | null;
  last_authentication_strategy: LastAuthenticationStrategy | null;
  created_at: number | null;
  updated_at: number | null;
  [key: string]: unknown;
}

/** A client as JSON for the `Client` class of Clerk's Android SDK. Times are ms since the epoch. */
export interface AndroidClientJSON {
  id: string | null;
  /** Null when there is no attempt. */
  sign_in: Record<string, unknown> | null;
  /** Null when there is no attempt. */
  sign_up: Record<string, unknown> | null;
  sessions: Record<string, unknown>[];
  last_active_session_id: string | null;
  last_authentication_strategy: LastAuthenticationStrategy | null;
  updated_at: number | null;
}

/** The answer to a captcha: an object, as its script gives it. */
export type CaptchaParams = unknown;
