// The errors that applications see. `@clerk/shared`'s guards compare the static `kind`, since a class from another
// package is never `instanceof` theirs.

import { get, items } from '../../json/browser.js';
import { camelCased } from './camel.js';

class ClerkError extends Error {
  static kind = 'ClerkError';

  constructor(message, { code, longMessage, docsUrl, cause }) {
    super(message, { cause });
    this.clerkError = true;
    this.code = code;
    this.longMessage = longMessage;
    this.docsUrl = docsUrl;
  }

  // Not `constructor.name`, which an application's bundler shortens.
  get name() {
    return /** @type {typeof ClerkError} */ (this.constructor).kind;
  }

  toString() {
    return `[${this.name}]\nMessage:${this.message}`;
  }
}

/** One of the things that the Frontend API found wrong. */
export class ClerkAPIError {
  static kind = 'ClerkAPIError';

  constructor(json) {
    this.code = get(json, 'code');
    this.message = get(json, 'message');
    this.longMessage = get(json, 'long_message');
    this.meta = camelCased(get(json, 'meta')) ?? {};
  }
}

/** The Frontend API answered with an error status. */
export class ClerkAPIResponseError extends ClerkError {
  static kind = 'ClerkAPIResponseError';

  constructor(message, options) {
    super(message, { ...options, code: 'api_response_error' });
    const { data, status, clerkTraceId, retryAfter } = options;
    this.status = status;
    this.clerkTraceId = clerkTraceId;
    this.retryAfter = retryAfter;
    this.errors = items(data).map(error => new ClerkAPIError(error));
  }

  toString() {
    const { status, errors, clerkTraceId } = this;
    const trace = clerkTraceId ? `\nClerk Trace ID: ${clerkTraceId}` : '';
    return `${super.toString()}\nStatus:${status}\nSerialized errors: ${errors.map(error => JSON.stringify(error))}${trace}`;
  }
}

/** Something failed outside the Frontend API; `code` says what. */
export class ClerkRuntimeError extends ClerkError {
  static kind = 'ClerkRuntimeError';

  constructor(message, options) {
    const { code, docsUrl } = options;
    const docs = docsUrl ? `\n\nDocs: ${docsUrl}` : '';
    super(`Clerk: ${message.replace(/clerk:/i, '').trim()}\n\n(code="${code}")\n\n${docs}`, options);
    this.clerkRuntimeError = true;
  }
}

/** A file of the package could not be had; `what` it has is in the error's code. */
export const unavailable = (file, what, cause) =>
  new ClerkRuntimeError(`${file}.js, a file of clerk-wasm, could not be loaded. The next call asks again.`, {
    code: what + '_unavailable',
    cause,
  });

/** There is no network. Of the kind above, since the guards of `@clerk/shared` look at an error's own kind alone. */
export class ClerkOfflineError extends ClerkRuntimeError {
  static ERROR_CODE = 'clerk_offline';

  /** Whether an error is one, ours or that of another Clerk package. */
  static is(error) {
    return isClerkRuntimeError(error) && error.code === ClerkOfflineError.ERROR_CODE;
  }

  constructor(message) {
    super(message, { code: ClerkOfflineError.ERROR_CODE });
  }

  get name() {
    return 'ClerkOfflineError';
  }
}

/** The browser or the person refused a passkey. Of the kind above, as clerk-js's own is. */
export class ClerkWebAuthnError extends ClerkRuntimeError {
  get name() {
    return 'ClerkWebAuthnError';
  }
}

/** A link from an email could not be followed; `code` says why. */
export class EmailLinkError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }

  get name() {
    return 'EmailLinkError';
  }
}

export const EmailLinkErrorCodeStatus = { Expired: 'expired', Failed: 'failed', ClientMismatch: 'client_mismatch' };

/** Anything can be thrown, a proxy too, which throws when it is asked. */
const isA = kind => error => {
  try {
    for (let type = error?.constructor; type; type = Object.getPrototypeOf(type)) {
      if (type.kind === kind) return true;
    }
  } catch {}
  return false;
};

/** Whether an error is a {@link ClerkAPIResponseError}, ours or that of another Clerk package. */
export const isClerkAPIResponseError = isA('ClerkAPIResponseError');

/** Whether an error is a {@link ClerkRuntimeError}, ours or that of another Clerk package. */
export const isClerkRuntimeError = isA('ClerkRuntimeError');

/** Whether an error comes from MetaMask. */
export const isMetamaskError = error => [4001, 32602, 32603].includes(error?.code) && 'message' in error;

/** Whether an error comes from Clerk, or from MetaMask on its behalf. */
export const isKnownError = error =>
  isClerkAPIResponseError(error) || isClerkRuntimeError(error) || isMetamaskError(error);

/** Whether an error is an {@link EmailLinkError}, ours or that of another Clerk package. */
export const isEmailLinkError = error => error?.name === 'EmailLinkError';

/** Whether the Frontend API refuses because the user is locked. */
export const isUserLockedError = error => isClerkAPIResponseError(error) && error.errors?.[0]?.code === 'user_locked';
