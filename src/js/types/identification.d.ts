/** How an email address is verified. */
export type PrepareEmailAddressParams =
  | { strategy: 'email_code' }
  | {
      strategy: 'email_link' | 'enterprise_sso';
      /** Where the link leads in the end. */
      redirectUrl: string;
    };

/** What proves that an address or a number is the user's. */
export interface AttemptCodeParams {
  /** The code that was sent. */
  code: string;
}

/** What proves that a wallet is the user's. */
export interface AttemptWeb3WalletParams {
  /** What the wallet has signed. */
  signature: string;
  /** Not needed: the server knows it. */
  strategy?: Web3Strategy;
}

/** What `startEnterpriseSSOLinkFlow()` takes. */
export interface StartEnterpriseSSOLinkFlowParams {
  /** Where the enterprise leads in the end. */
  redirectUrl: string;
}

/** What `createEnterpriseSSOLinkFlow()` returns. */
export interface CreateEnterpriseSSOLinkFlowReturn<Params, Resource> {
  /** Prepares the verification, and waits until it has succeeded. */
  startEnterpriseSSOLinkFlow: (params: Params) => Promise<Resource>;
  /** Ends the wait. */
  cancelEnterpriseSSOLinkFlow: () => void;
}

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
  /**
   * Adds the address to the user.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly create: () => Promise<this>;
  /**
   * Has a code or a link sent to the address. The same, asked for twice at once, is sent once.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly prepareVerification: (params: PrepareEmailAddressParams) => Promise<this>;
  /**
   * Verifies the address by the code that was sent to it.
   * @example
   * ```js
   * const email = await clerk.user.createEmailAddress({ email: 'ada@example.com' })
   * await email.prepareVerification({ strategy: 'email_code' })
   * await email.attemptVerification({ code })
   * ```
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
   * @throws {TypeError} For another argument.
   */
  readonly attemptVerification: (params: AttemptCodeParams) => Promise<this>;
  /** Sends a link, and waits until somebody has followed it. What ends that wait rejects it with an `AbortError`. */
  readonly createEmailLinkFlow: () => CreateEmailLinkFlowReturn<StartEmailLinkFlowParams, EmailAddressResource>;
  /** Has the user's enterprise verify the address: go to `verification.externalVerificationRedirectURL` meanwhile. */
  readonly createEnterpriseSSOLinkFlow: () => CreateEnterpriseSSOLinkFlowReturn<
    StartEnterpriseSSOLinkFlowParams,
    EmailAddressResource
  >;
  /**
   * Takes the address away from the user.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly destroy: () => Promise<void>;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): Snapshot<'email_address', EmailAddressResource>;
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
  /**
   * Adds the number to the user.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly create: () => Promise<this>;
  /**
   * Has a code sent to the number. Asked for twice at once, it is sent once.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly prepareVerification: () => Promise<this>;
  /**
   * Verifies the number by the code that was sent to it.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses, such as `form_code_incorrect`.
   * @throws {TypeError} For another argument.
   */
  readonly attemptVerification: (params: AttemptCodeParams) => Promise<this>;
  /**
   * Makes the number a second factor, or not. In the answer are `backupCodes` where it is the first one.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly setReservedForSecondFactor: (params: { reserved: boolean }) => Promise<this>;
  /**
   * Makes the number the second factor that is offered first.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly makeDefaultSecondFactor: () => Promise<this>;
  /**
   * Takes the number away from the user.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly destroy: () => Promise<void>;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): Snapshot<'phone_number', PhoneNumberResource>;
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
  /**
   * Adds the wallet to the user.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly create: () => Promise<this>;
  /**
   * Has the server say, in `verification.message`, what the wallet has to sign.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly prepareVerification: (params: { strategy: Web3Strategy }) => Promise<this>;
  /**
   * Verifies the wallet by its signature.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {TypeError} For another argument.
   */
  readonly attemptVerification: (params: AttemptWeb3WalletParams) => Promise<this>;
  /**
   * Takes the wallet away from the user.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   */
  readonly destroy: () => Promise<void>;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): Snapshot<'web3_wallet', Web3WalletResource>;
}

/** What an email address or a phone number is linked to. */
export interface IdentificationLinkResource extends ResourceBase {
  /** The unique identifier, `idn_…`. */
  id: string;
  /** The kind of what it is linked to, such as `oauth_google`. */
  type: string;
  /** This resource as wire JSON. */
  __internal_toSnapshot(): Snapshot<'identification_link', IdentificationLinkResource>;
}
