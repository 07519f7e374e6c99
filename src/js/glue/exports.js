// What the package exports beside the classes that wasm-bindgen writes.

export { BackendClient, BackendSession } from './backend.js';
export {
  ClerkAPIError,
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  isClerkAPIResponseError,
  isClerkRuntimeError,
  isKnownError,
  isUserLockedError,
} from './errors.js';
