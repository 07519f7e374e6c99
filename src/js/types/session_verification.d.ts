/** What a reverification needs next. */
export type SessionVerificationStatus = 'needs_first_factor' | 'needs_second_factor' | 'complete';

/** A way to verify a signed-in user first. `safeIdentifier` is masked for display. */
export type SessionVerificationFirstFactor =
  | { strategy: 'email_code'; emailAddressId: string; safeIdentifier: string; primary?: boolean }
  | {
      strategy: 'phone_code';
      phoneNumberId: string;
      safeIdentifier: string;
      primary?: boolean;
      default?: boolean;
      channel?: PhoneCodeChannel;
    }
  | { strategy: 'password' | 'passkey' }
  | {
      strategy: 'enterprise_sso';
      enterpriseConnectionId?: string;
      enterpriseConnectionName?: string;
      enterpriseConnectionLogoPublicUrl?: string | null;
      enterpriseConnectionProvider?: string;
    };

/** A way to verify a signed-in user after the first factor. */
export type SessionVerificationSecondFactor =
  | {
      strategy: 'phone_code';
      phoneNumberId: string;
      safeIdentifier: string;
      primary?: boolean;
      default?: boolean;
      channel?: PhoneCodeChannel;
    }
  | { strategy: 'totp' | 'backup_code' };

/** What `session.startVerification()` takes. */
export interface SessionVerifyCreateParams {
  /** What has to be proved. A user without a second factor is asked for the first, whatever the level. */
  level: SessionVerificationLevel;
}

/** What `session.prepareFirstFactorVerification()` takes: a factor of `supportedFirstFactors` will do. */
export type SessionVerifyPrepareFirstFactorParams =
  | { strategy: 'email_code'; emailAddressId: string }
  | { strategy: 'phone_code'; phoneNumberId: string; default?: boolean }
  | { strategy: 'passkey' }
  | { strategy: 'enterprise_sso'; emailAddressId?: string; enterpriseConnectionId?: string; redirectUrl: string }
  | { strategy: 'trusted_device'; trustedDeviceId: string };

/** What `session.attemptFirstFactorVerification()` takes. */
export type SessionVerifyAttemptFirstFactorParams =
  | { strategy: 'password'; password: string }
  | { strategy: 'email_code' | 'phone_code'; code: string }
  | PasskeyAttempt
  | TrustedDeviceAttempt;

/** A passkey's answer, as `navigator.credentials.get()` gives it. */
export interface PasskeyAttempt {
  strategy: 'passkey';
  publicKeyCredential: Omit<PublicKeyCredential, 'getClientExtensionResults' | 'toJSON'>;
}

/** A device's answer, of a native application. */
export interface TrustedDeviceAttempt {
  strategy: 'trusted_device';
  trustedDeviceId: string;
  /** The text that was signed: that of the challenge. */
  clientData: string;
  /** The signature, r and s in base64url. */
  signature: string;
  algorithm: 'ES256';
}

/** What `session.prepareSecondFactorVerification()` takes. */
export type SessionVerifyPrepareSecondFactorParams =
  /** The phone is of `supportedSecondFactors`, where the user has several. */
  | { strategy: 'phone_code'; phoneNumberId?: string }
  | { strategy: 'passkey' }
  | { strategy: 'trusted_device'; trustedDeviceId: string };

/** What `session.attemptSecondFactorVerification()` takes. */
export type SessionVerifyAttemptSecondFactorParams =
  | { strategy: 'phone_code' | 'totp' | 'backup_code'; code: string }
  | PasskeyAttempt
  | TrustedDeviceAttempt;

/**
 * A reverification: who is signed in proves again who they are, before something that matters. Each call resolves a new
 * one; the client that comes with it has a session whose `factorVerificationAge` says how long ago that was, in minutes.
 *
 * @example
 * let verification = await session.startVerification({ level: 'first_factor' });
 * verification = await session.attemptFirstFactorVerification({ strategy: 'password', password });
 * if (verification.status === 'complete') await session.getToken({ skipCache: true });
 */
export interface SessionVerificationResource extends ResourceBase {
  /** Always absent so far: the server gives a reverification no id. */
  readonly id?: string;
  /** What it needs next. */
  status: SessionVerificationStatus;
  /** What has to be proved: `first_factor` when the user has no second factor, whatever was asked for. */
  level: SessionVerificationLevel;
  /** The session, as the client has it. */
  session: SessionResource;
  /** The factors that may be verified first; null when none is asked for now. */
  supportedFirstFactors: SessionVerificationFirstFactor[] | null;
  /** The factors that may be verified after the first; null when none is asked for now. */
  supportedSecondFactors: SessionVerificationSecondFactor[] | null;
  /** How far the first factor got. */
  firstFactorVerification: VerificationResource;
  /** How far the second factor got. */
  secondFactorVerification: VerificationResource;
  /** The reverification as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}
