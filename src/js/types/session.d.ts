/** The state of a session. */
export type SessionStatus =
  | 'abandoned'
  | 'active'
  | 'ended'
  | 'expired'
  | 'removed'
  | 'replaced'
  | 'revoked'
  | 'pending';

/** Something the user has to do before their session becomes active. */
export interface SessionTask {
  /** What it is. */
  key: 'choose-organization' | 'reset-password' | 'setup-mfa';
}

/** Who acts on behalf of a user. */
export interface ActClaim {
  /** The identifier of who acts. */
  sub: string;
  /** `agent` for an agent. */
  type?: 'agent';
  [claim: string]: unknown;
}

/** What `session.getToken()` takes. */
export interface GetTokenOptions {
  /** The name of a JWT template, from the Clerk dashboard. */
  template?: string;
  /** The organization for which the token is made, in place of the active one. */
  organizationId?: string;
  /** Whether to ask the server although a token is at hand. */
  skipCache?: boolean;
  /**
   * Ends the call: the promise rejects with the signal's reason, and nothing is asked again. A token that is at hand is
   * given all the same.
   */
  signal?: AbortSignal;
}

/** What `session.touch()` takes. */
export interface SessionTouchParams {
  /** Why the session is touched. */
  intent?: 'focus' | 'select_session' | 'select_org';
  /** Ends the call: the promise rejects with the signal's reason, and the request is cut off. */
  signal?: AbortSignal;
}

/** By which factors a user is verified; `multi_factor` by both. */
export type SessionVerificationLevel = 'first_factor' | 'second_factor' | 'multi_factor';

/**
 * How recently a user must have been verified: `strict_mfa` is both factors within 10 minutes, `strict`, `moderate` and `lax` are the
 * second one within 10 minutes, an hour and a day. A factor that the user does not have is stood for by the other, but for
 * the first in `multi_factor`.
 */
export type ReverificationConfig =
  | 'strict_mfa'
  | 'strict'
  | 'moderate'
  | 'lax'
  | {
      level: SessionVerificationLevel;
      /** How long a verification is recent, in minutes, more than 0. */
      afterMinutes: number;
    };

/** What `session.checkAuthorization()` takes. All that is asked must hold. */
export interface CheckAuthorizationParams {
  /** A role in the organization that is active in the session; with `org:` before it or without. */
  role?: string;
  /** A permission there; with `org:` before it or without. */
  permission?: string;
  /** A feature, of the user or of the organization, or with `user:` or `org:` before it of that one. */
  feature?: string;
  /** A plan, of the user or of the organization, or with `user:` or `org:` before it of that one. */
  plan?: string;
  /** How recently the user must have been verified. */
  reverification?: ReverificationConfig;
}

/** What others may see of a user. */
export interface PublicUserData {
  /** The first name. */
  firstName: string | null;
  /** The last name. */
  lastName: string | null;
  /** The URL of the picture, the user's own or a generated one; empty when unknown. */
  imageUrl: string;
  /** Whether the picture is the user's own. */
  hasImage: boolean;
  /** What the user is known by: an email address, a phone number or a name. */
  identifier: string;
  /** The identifier of the user. */
  userId?: string;
  /** The user name. */
  username?: string;
  /** Whether the user is banned. */
  banned?: boolean;
  /** Whether the user was removed by their enterprise's directory. */
  deprovisioned?: boolean;
}

/** A session: one signed-in user on one client. */
export interface SessionResource extends ResourceBase {
  /** The unique identifier, `sess_…`. */
  id: string;
  /** The state of the session. */
  status: SessionStatus;
  /** When the session expires. */
  expireAt: Date;
  /** When the session is abandoned for want of activity. */
  abandonAt: Date;
  /** When the session was last active. */
  lastActiveAt: Date;
  /** When the session was created. */
  createdAt: Date;
  /** When the session was last updated. */
  updatedAt: Date;
  /** Minutes since the first and the second factor were verified; −1 where a factor is not enrolled. */
  factorVerificationAge: [firstFactorAge: number, secondFactorAge: number] | null;
  /** The organization that is active in the session. */
  lastActiveOrganizationId: string | null;
  /** Who acts on behalf of the user, when somebody does. */
  actor: ActClaim | null;
  /** The actor, when it is an agent. */
  agent: (ActClaim & { type: 'agent' }) | null;
  /** What the user still has to do before the session becomes active. */
  tasks: SessionTask[] | null;
  /** The first of `tasks`. */
  readonly currentTask?: SessionTask;
  /** The user; blank, with an empty id, when the server sent none. */
  user: UserResource | null;
  /** What others may see of the user; absent when the server sent none. */
  publicUserData: PublicUserData;
  /** The newest token that came with the session. */
  lastActiveToken: TokenResource | null;
  /**
   * Ends the session. It stays in the client's list.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly end: () => Promise<SessionResource>;
  /**
   * Ends the session and takes it off the client.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly remove: () => Promise<SessionResource>;
  /**
   * Tells the server that the session is in use, and which organization is active in it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly touch: (params?: SessionTouchParams) => Promise<SessionResource>;
  /**
   * The same without a word to listeners, for whoever tells them later. The client shows what has come with the answer, and
   * so does `clerk.session`.
   * @returns `clerk.client`; undefined when no client has come with the answer.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   *
   * @example
   * ```js
   * const client = await clerk.session.__internal_touch({ intent: 'select_session' })
   * ```
   */
  readonly __internal_touch: (params?: Omit<SessionTouchParams, 'signal'>) => Promise<ClientResource | undefined>;
  /**
   * A token for your backend: from memory while it has more than 5 s to live, else freshly minted; concurrent calls share
   * one request. While the server fails (5xx, 429, an empty answer) or the network does, it is asked again up to 8 times
   * within 162 s, later when it sends `Retry-After`. The token of the current session is renewed 17 s before it expires,
   * so that most calls need no request; listeners hear of each new one.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as an unknown template; what it still answers after
   *   the last try; at once when `Retry-After` is longer than 50 s.
   * @throws {ClerkOfflineError} When the browser is offline and stays so for 15 s.
   */
  readonly getToken: (options?: GetTokenOptions) => Promise<string | null>;
  /**
   * Whether the session may do what is asked, as far as the browser knows: a server must ask for itself. Makes no request. No when
   * nothing is asked, when what is asked is not of the right type, and when the session's data do not say.
   *
   * @throws {TypeError} Without an argument.
   * @example
   * session.checkAuthorization({ permission: 'org:invoices:create', reverification: 'strict' })
   */
  readonly checkAuthorization: (isAuthorizedParams: CheckAuthorizationParams) => boolean;
  /** Forgets the cached tokens of this session. */
  readonly clearCache: () => void;
  /**
   * Begins a reverification, in place of one that is under way.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} Without an object of parameters.
   * @example
   * const { status, supportedFirstFactors } = await session.startVerification({ level: 'first_factor' });
   */
  readonly startVerification: (params: SessionVerifyCreateParams) => Promise<SessionVerificationResource>;
  /**
   * Has the code for a first factor sent, or asks where to go for `enterprise_sso`: the URL is
   * `firstFactorVerification.externalVerificationRedirectURL`. For `passkey` there is something to sign, `firstFactorVerification.nonce`,
   * which {@link verifyWithPasskey} sees to.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another strategy.
   */
  readonly prepareFirstFactorVerification: (
    params: SessionVerifyPrepareFirstFactorParams,
  ) => Promise<SessionVerificationResource>;
  /**
   * Verifies a first factor.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_password_incorrect`.
   * @throws {TypeError} For another strategy.
   */
  readonly attemptFirstFactorVerification: (
    params: SessionVerifyAttemptFirstFactorParams,
  ) => Promise<SessionVerificationResource>;
  /**
   * Verifies the first factor by a passkey: the browser asks the person for one. A question that is open already ends.
   * @throws {ClerkWebAuthnError} `passkey_not_supported`, `passkey_retrieval_cancelled` when the person refuses or waits too long,
   *   `passkey_operation_aborted` when the next one begins, `passkey_invalid_rpID_or_domain`, `passkey_retrieval_failed`.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @example
   * await session.startVerification({ level: 'first_factor' });
   * const { status } = await session.verifyWithPasskey();
   */
  readonly verifyWithPasskey: () => Promise<SessionVerificationResource>;
  /**
   * Has the code for a second factor sent.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For parameters that are no object.
   */
  readonly prepareSecondFactorVerification: (
    params: SessionVerifyPrepareSecondFactorParams,
  ) => Promise<SessionVerificationResource>;
  /**
   * Verifies a second factor.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
   * @throws {TypeError} Without an object of parameters.
   */
  readonly attemptSecondFactorVerification: (
    params: SessionVerifyAttemptSecondFactorParams,
  ) => Promise<SessionVerificationResource>;
  /**
   * Reads the session again.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly reload: (params?: ClerkResourceReloadParams) => Promise<this>;
  /** The session as wire JSON. */
  __internal_toSnapshot(): Snapshot<'session', SessionResource>;
}

/** A session whose user is signed in and has nothing left to do. */
export interface ActiveSessionResource extends SessionResource {
  status: 'active';
  user: UserResource;
}

/** A session whose user is signed in and has something left to do. */
export interface PendingSessionResource extends SessionResource {
  status: 'pending';
  user: UserResource;
  readonly currentTask: SessionTask;
}

/** A session whose user is signed in. */
export type SignedInSessionResource = ActiveSessionResource | PendingSessionResource;
