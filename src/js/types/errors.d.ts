/** One of the things that the Frontend API found wrong. */
export class ClerkAPIError {
  private constructor();
  /** What it is, such as `form_password_incorrect`. */
  readonly code: string;
  /** A short text. */
  readonly message: string;
  /** A text to show to the visitor. */
  readonly longMessage?: string;
  /** What it is about; also what this package does not know, with keys in camel case. */
  readonly meta: {
    /** The parameter that is wrong. */
    paramName?: string;
    /** The session that exists already. */
    sessionId?: string;
    emailAddresses?: string[];
    identifiers?: string[];
    [key: string]: unknown;
  };
}

/** The Frontend API answered with an error status. */
export class ClerkAPIResponseError extends Error {
  private constructor();
  readonly clerkError: true;
  /** Always `api_response_error`; see `errors` for the code of each thing. */
  readonly code: string;
  /** The HTTP status. */
  readonly status: number;
  /** What Clerk's support wants to know. */
  readonly clerkTraceId?: string;
  /** When to try again, in seconds from now. */
  readonly retryAfter?: number;
  /** What the Frontend API found wrong; empty when the answer was not Clerk's. */
  readonly errors: ClerkAPIError[];
}

/** Something failed outside the Frontend API. */
export class ClerkRuntimeError extends Error {
  constructor(message: string, options: { code: string; longMessage?: string; docsUrl?: string; cause?: Error });
  readonly clerkError: true;
  readonly clerkRuntimeError: true;
  /** What it is, such as `clerk_offline`. */
  readonly code: string;
}

/**
 * The call failed because there is no network, which says nothing about who is signed in.
 *
 * @example
 * const token = await session.getToken().catch(error => {
 *   if (!ClerkOfflineError.is(error)) throw error;
 *   showThatWeAreOffline();
 * });
 */
export class ClerkOfflineError extends ClerkRuntimeError {
  constructor(message: string);
  /** The code that its errors have. */
  static readonly ERROR_CODE: 'clerk_offline';
  /** Whether an error is one, ours or that of another Clerk package. */
  static is(error: unknown): error is ClerkOfflineError;
}

/** Whether an error is a {@link ClerkAPIResponseError}, ours or that of another Clerk package. */
export function isClerkAPIResponseError(error: unknown): error is ClerkAPIResponseError;
/** Whether an error is a {@link ClerkRuntimeError}, ours or that of another Clerk package. */
export function isClerkRuntimeError(error: unknown): error is ClerkRuntimeError;
/** Whether an error comes from Clerk. */
export function isKnownError(error: unknown): error is ClerkAPIResponseError | ClerkRuntimeError;
/** Whether the Frontend API refuses because the user is locked. */
export function isUserLockedError(error: unknown): boolean;
