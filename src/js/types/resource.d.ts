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
  /**
   * Reads the resource again, into this object.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {ClerkRuntimeError} `not_reloadable` for what is but a part of another resource, such as a verification.
   */
  reload(params?: ClerkResourceReloadParams): Promise<this>;
}

/** Which page of a list is wanted. */
export interface ClerkPaginationParams {
  /** The page, from 1 on; the first one when absent. */
  initialPage?: number;
  /** How many entries a page has; 10 when absent. */
  pageSize?: number;
}

/** A page of a list. */
export interface ClerkPaginatedResponse<T> {
  /** The entries of the page. */
  data: T[];
  /** How many entries the list has. */
  total_count: number;
}

/** What is left of something that was deleted. */
export interface DeletedObjectResource {
  /** What it was, such as `totp`. */
  object: string;
  /** Its identifier. */
  id?: string;
  /** Its name in URLs. */
  slug?: string;
  /** Whether it is deleted. */
  deleted: boolean;
}

/** A picture that was uploaded. */
export interface ImageResource extends ResourceBase {
  /** The unique identifier. */
  id?: string;
  /** The name of the file. */
  name: string | null;
  /** Where it is shown. */
  publicUrl: string | null;
}

/** A picture: a file, the text of a data URL, or null to take away the one that is there. */
export interface PictureParams {
  file: Blob | File | string | null;
}

/** A snapshot: JSON in the Frontend API's form. Keys that this package does not know are kept. Times are ms since the epoch. */
export interface ResourceJSONSnapshot {
  /** The kind of resource, such as `session`. */
  object: string;
  /** The unique identifier; empty where there is none. */
  id: string;
  [key: string]: unknown;
}
