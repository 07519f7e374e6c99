/** What `reload()` takes. */
export interface ClerkResourceReloadParams {
  /** A nonce that lets a native application rotate its token once. */
  rotatingTokenNonce?: string;
  /** Ends the call: the promise rejects with the signal's reason, and the request is cut off. */
  signal?: AbortSignal;
}

/** What all resources have. */
export interface ResourceBase {
  /** The path of the resource at the Frontend API. */
  pathRoot: string;
  /** Whether the resource has no id yet. */
  isNew(): boolean;
}

/** A snapshot: JSON in the Frontend API's form. Keys that this package does not know are kept. Times are ms since the epoch. */
export interface ResourceJSONSnapshot {
  /** The kind of resource, such as `session`. */
  object: string;
  /** The unique identifier; empty where there is none. */
  id: string;
  [key: string]: unknown;
}
