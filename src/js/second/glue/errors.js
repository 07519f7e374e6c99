// The errors of servers and networks. The classes are the first part's.

import { first } from './first.js';

// A list of arguments is fewer bytes on Rust's side than an object.

export const apiResponseError = (message, data, status, retryAfter, clerkTraceId) =>
  new first.ClerkAPIResponseError(message, { data, status, retryAfter, clerkTraceId });

const docsOf = code =>
  code.endsWith('_domain') ? 'https://clerk.com/docs/deployments/overview#authentication-across-subdomains' : undefined;

export function runtimeError(message, code) {
  if (code === first.ClerkOfflineError.ERROR_CODE) return new first.ClerkOfflineError(message);
  if (code.startsWith('passkey_')) return new first.ClerkWebAuthnError(message, { code, docsUrl: docsOf(code) });
  const [, ofLink] = code.split('email_link_');
  return ofLink ? new first.EmailLinkError(ofLink) : new first.ClerkRuntimeError(message, { code });
}
