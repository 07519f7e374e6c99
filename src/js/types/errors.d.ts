/** One of the things that the Frontend API found wrong. */
export class ClerkAPIError {
  /** From the wire's JSON. */
  constructor(json: ClerkAPIErrorJSON);
  /** What it is, such as `form_password_incorrect`. */
  readonly code: string;
  /** A short text. */
  readonly message: string;
  /** A text to show to the visitor. */
  readonly longMessage: string | undefined;
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

/** An error on the wire. */
export interface ClerkAPIErrorJSON {
  code: string;
  message: string;
  long_message?: string;
  meta?: object;
}

/** What every error of Clerk's may tell beside its message. */
export interface ClerkErrorOptions {
  /** A text to show to the visitor. */
  longMessage?: string;
  /** Where the documentation explains it. */
  docsUrl?: string;
  /** The error behind it. */
  cause?: Error;
}

/**
 * The Frontend API answered with an error status. `String(error)` has the status and all that it found wrong.
 *
 * @example
 * try {
 *   await signIn.create({ identifier, password });
 * } catch (error) {
 *   if (!isClerkAPIResponseError(error)) throw error;
 *   for (const { longMessage, meta } of error.errors) show(longMessage, meta.paramName);
 * }
 */
export class ClerkAPIResponseError extends Error {
  constructor(
    message: string,
    options: ClerkErrorOptions & {
      data: ClerkAPIErrorJSON[];
      status: number;
      clerkTraceId?: string;
      retryAfter?: number;
    },
  );
  readonly clerkError: true;
  /** Always `api_response_error`; see `errors` for the code of each thing. */
  readonly code: string;
  readonly longMessage: string | undefined;
  readonly docsUrl: string | undefined;
  readonly cause: Error | undefined;
  /** The HTTP status. */
  status: number;
  /** What Clerk's support wants to know. */
  clerkTraceId?: string;
  /** When to try again, in seconds from now. */
  retryAfter?: number;
  /** What the Frontend API found wrong; empty when the answer was not Clerk's. */
  errors: ClerkAPIError[];
}

/** Something failed outside the Frontend API. */
export class ClerkRuntimeError extends Error {
  constructor(message: string, options: ClerkErrorOptions & { code: string });
  readonly clerkError: true;
  readonly clerkRuntimeError: true;
  /** What it is, such as `network_error`. */
  readonly code: string;
  readonly longMessage: string | undefined;
  readonly docsUrl: string | undefined;
  readonly cause: Error | undefined;
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

/** A passkey could not be used: the browser has none, or the person refused. */
export class ClerkWebAuthnError extends ClerkRuntimeError {
  constructor(message: string, options: ClerkErrorOptions & { code: ClerkWebAuthnErrorCode });
  readonly code: ClerkWebAuthnErrorCode;
}

/** Why a passkey could not be used. */
export type ClerkWebAuthnErrorCode =
  | 'passkey_not_supported'
  | 'passkey_pa_not_supported'
  | 'passkey_invalid_rpID_or_domain'
  | 'passkey_already_exists'
  | 'passkey_operation_aborted'
  | 'passkey_retrieval_cancelled'
  | 'passkey_retrieval_failed'
  | 'passkey_registration_cancelled'
  | 'passkey_registration_failed';

/** The link of an email could not be followed. */
export class EmailLinkError extends Error {
  constructor(code: string);
  /** Why; one of {@link EmailLinkErrorCodeStatus}. */
  code: string;
}

/** Why the link of an email could not be followed. */
export const EmailLinkErrorCodeStatus: {
  /** It was followed too late. */
  readonly Expired: 'expired';
  /** It is not valid. */
  readonly Failed: 'failed';
  /** It was followed in another browser than the one that asked for it. */
  readonly ClientMismatch: 'client_mismatch';
};

/** The older name of {@link EmailLinkErrorCodeStatus}. */
export const EmailLinkErrorCode: { Expired: string; Failed: string; ClientMismatch: string };

/** An error of MetaMask's. */
export interface MetamaskError extends Error {
  code: 4001 | 32602 | 32603;
  data?: unknown;
}

/** Whether an error is a {@link ClerkAPIResponseError}, ours or that of another Clerk package. */
export function isClerkAPIResponseError(error: unknown): error is ClerkAPIResponseError;
/** Whether an error is a {@link ClerkRuntimeError}, ours or that of another Clerk package. */
export function isClerkRuntimeError(error: unknown): error is ClerkRuntimeError;
/** Whether an error is an {@link EmailLinkError}, ours or that of another Clerk package. */
export function isEmailLinkError(error: unknown): error is EmailLinkError;
/** Whether an error comes from Clerk, or from MetaMask on its behalf. */
export function isKnownError(error: unknown): error is ClerkAPIResponseError | ClerkRuntimeError | MetamaskError;
/** Whether an error comes from MetaMask. */
export function isMetamaskError(error: unknown): error is MetamaskError;
/** Whether the Frontend API refuses because the user is locked. */
export function isUserLockedError(error: unknown): boolean;
