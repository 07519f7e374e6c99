// What the package exports beside the classes that wasm-bindgen writes.

export { BackendClient, BackendSession } from './backend.js';
export {
  ClerkAPIError,
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  ClerkWebAuthnError,
  EmailLinkError,
  EmailLinkErrorCodeStatus as EmailLinkErrorCode,
  EmailLinkErrorCodeStatus,
  isClerkAPIResponseError,
  isClerkRuntimeError,
  isEmailLinkError,
  isKnownError,
  isMetamaskError,
  isUserLockedError,
} from './errors.js';
