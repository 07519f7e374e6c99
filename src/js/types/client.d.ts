/** A client as wire JSON, from `client.__internal_toSnapshot()`. Times are ms since the epoch. */
export interface ClientJSONSnapshot {
  object: 'client';
  /** The unique identifier; empty where there is none. */
  id: string;
  /** The sessions as the server sent them. */
  sessions: ResourceJSONSnapshot[];
  /** The current sign-up attempt; blank, with an empty id, when there is none. */
  sign_up: ResourceJSONSnapshot;
  /** The current sign-in attempt; blank, with an empty id, when there is none. */
  sign_in: ResourceJSONSnapshot;
  last_active_session_id: string | null;
  captcha_bypass: boolean;
  cookie_expires_at: number | null;
  last_authentication_strategy: LastAuthenticationStrategy | null;
  created_at: number | null;
  updated_at: number | null;
  [key: string]: unknown;
}

/** A client as JSON for the `Client` class of Clerk's Android SDK. Times are ms since the epoch. */
export interface AndroidClientJSON {
  id: string | null;
  /** Null when there is no attempt. */
  sign_in: Record<string, unknown> | null;
  /** Null when there is no attempt. */
  sign_up: Record<string, unknown> | null;
  sessions: Record<string, unknown>[];
  last_active_session_id: string | null;
  last_authentication_strategy: LastAuthenticationStrategy | null;
  updated_at: number | null;
}

/** The answer to a captcha: an object, as its script gives it. */
export type CaptchaParams = unknown;
