/** An email address of a user. */
export interface EmailAddressResource extends ResourceBase {
  /** The unique identifier, `idn_…`. */
  id: string;
  /** The address. */
  emailAddress: string;
  /** How far its verification got. */
  verification: VerificationResource;
  /** Whether its domain belongs to an enterprise connection. */
  matchesSsoConnection: boolean;
  /** The accounts that it came from or is linked to. */
  linkedTo: IdentificationLinkResource[];
  /** The address. */
  toString(): string;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}

/** A phone number of a user. */
export interface PhoneNumberResource extends ResourceBase {
  /** The unique identifier, `idn_…`. */
  id: string;
  /** The number, in E.164 form. */
  phoneNumber: string;
  /** Whether it serves as a second factor. */
  reservedForSecondFactor: boolean;
  /** Whether it is the second factor that is offered first. */
  defaultSecondFactor: boolean;
  /** How far its verification got. */
  verification: VerificationResource;
  /** The accounts that it came from or is linked to. */
  linkedTo: IdentificationLinkResource[];
  /** The codes that were made when it became a second factor; only in that answer. */
  backupCodes?: string[];
  /** The number. */
  toString(): string;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}

/** A wallet of a user. */
export interface Web3WalletResource extends ResourceBase {
  /** The unique identifier, `idn_…`. */
  id: string;
  /** The address of the wallet. */
  web3Wallet: string;
  /** How far its verification got. */
  verification: VerificationResource;
  /** The address. */
  toString(): string;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}

/** What an email address or a phone number is linked to. */
export interface IdentificationLinkResource extends ResourceBase {
  /** The unique identifier, `idn_…`. */
  id: string;
  /** The kind of what it is linked to, such as `oauth_google`. */
  type: string;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): ResourceJSONSnapshot;
}
