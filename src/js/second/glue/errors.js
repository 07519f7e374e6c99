// The errors of servers and networks. The classes are the first part's.

import { first } from './first.js';

// A list of arguments is fewer bytes on Rust's side than an object.

export const apiResponseError = (message, data, status, retryAfter, clerkTraceId) =>
  new first.ClerkAPIResponseError(message, { data, status, retryAfter, clerkTraceId });

export const runtimeError = (message, code) =>
  code === first.ClerkOfflineError.ERROR_CODE
    ? new first.ClerkOfflineError(message)
    : new first.ClerkRuntimeError(message, { code });
