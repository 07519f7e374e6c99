/** How far a verification got. */
export type VerificationStatus = 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired';

/** How far the verification of a factor or an identifier got. Everything is null before it begins. */
export interface VerificationResource extends ResourceBase {
  /** Always absent: a verification has no id. */
  readonly id?: string;
  /** How far it got. */
  status: VerificationStatus | null;
  /** How it is verified, such as `password` or `email_code`. */
  strategy: string | null;
  /** How often it was tried. */
  attempts: number | null;
  /** When it expires; null where the server names no time. */
  expireAt: Date | null;
  /** Why it failed. */
  error: ClerkAPIError | null;
  /** Where the browser has to go to continue. */
  externalVerificationRedirectURL: URL | null;
  /** What a wallet or a passkey has to sign. */
  nonce: string | null;
  /** What a wallet shows when it signs. */
  message: string | null;
  /** The client on which it was verified. */
  verifiedAtClient: string | null;
  /** How a phone code is delivered. */
  channel?: PhoneCodeChannel;
  /** Whether it was verified on this client; false where one of the two is not known. */
  verifiedFromTheSameClient: () => boolean;
  /** The verification as wire JSON. */
  __internal_toSnapshot(): Snapshot<'verification', VerificationResource, { error: ErrorJSON }>;
}

/** A verification of a sign-up attempt. */
export interface SignUpVerificationResource extends VerificationResource {
  /** What to do next: `needs_prepare`, `needs_attempt`, or empty. */
  nextAction: string;
  /** The strategies that would verify it. */
  supportedStrategies: string[];
  /** The verification as wire JSON. */
  __internal_toSnapshot(): Snapshot<'verification', SignUpVerificationResource, { error: ErrorJSON }>;
}

/** The verifications of a sign-up attempt. */
export interface SignUpVerificationsResource {
  /** Of the email address. */
  emailAddress: SignUpVerificationResource;
  /** Of the phone number. */
  phoneNumber: SignUpVerificationResource;
  /** Of the wallet. */
  web3Wallet: SignUpVerificationResource;
  /** Of the account at a provider. */
  externalAccount: VerificationResource;
  /** The verifications as wire JSON. */
  __internal_toSnapshot(): Wire<SignUpVerificationsResource>;
}

/** A check by Clerk Protect that an attempt waits for. */
export interface ProtectCheckResource {
  /** The check is not done yet. */
  status: 'pending';
  /** What the check's script needs. */
  token: string;
  /** Where the check's script is. */
  sdkUrl: string;
  /** When the check expires, in ms since the epoch. */
  expiresAt?: number;
  /** How the check wants to be shown. */
  uiHints?: Record<string, string>;
}
