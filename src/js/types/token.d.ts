/** A decoded session token. Its signature was not verified. */
export interface JWT {
  /** The three parts as they stand in the token. */
  encoded: { header: string; payload: string; signature: string };
  /** The header. `oiat` says, in seconds since the epoch, when the server issued the token this one descends from. */
  header: { alg: string; kid: string; typ?: string; oiat?: number };
  /** The claims. Times are seconds since the epoch. */
  claims: {
    /** The token itself. */
    __raw: string;
    /** Who issued the token: the Frontend API's URL. */
    iss: string;
    /** The user. */
    sub: string;
    /** The session. */
    sid: string;
    /** Not valid before. */
    nbf: number;
    /** When the token expires. */
    exp: number;
    /** When the token was issued. */
    iat: number;
    [claim: string]: unknown;
  };
}

/** A session token. */
export interface TokenResource extends ResourceBase {
  /** The decoded token; absent when there is none, or when it is not a JWT. */
  jwt?: JWT;
  /** The token as text; empty when there is none. */
  getRawString: () => string;
  /** The token as wire JSON. */
  __internal_toSnapshot(): Snapshot<'token', TokenResource, { jwt: string }>;
}
