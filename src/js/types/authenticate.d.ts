/** What `authenticateWithRedirect()` takes. */
export interface AuthenticateWithRedirectParams {
  /** The provider. */
  strategy: OAuthStrategy | 'enterprise_sso';
  /** Where the provider sends the browser back: a page that calls `clerk.handleRedirectCallback()`. */
  redirectUrl: string;
  /** Where the browser goes instead, once a session is made. */
  redirectUrlComplete: string;
  /** The email address, by which `enterprise_sso` finds the connection. */
  identifier?: string;
  /** The email address of a sign-up. */
  emailAddress?: string;
  /** Whether to go on with the sign-in that there is. */
  continueSignIn?: boolean;
  /** Whether to go on with the sign-up that there is. */
  continueSignUp?: boolean;
  /** What to store with a sign-up, for the page to read and write. */
  unsafeMetadata?: Record<string, unknown>;
  /** Whether the visitor accepts the legal documents. */
  legalAccepted?: boolean;
  /** What an OpenID provider asks of the user. */
  oidcPrompt?: string;
  /** The connection, where an enterprise has several. */
  enterpriseConnectionId?: string;
}

/** What `authenticateWithPopup()` takes. */
export interface AuthenticateWithPopupParams extends AuthenticateWithRedirectParams {
  /** A window that the page has opened, while it handled a click: browsers block others. */
  popup: Window | null;
}

/** What signs a text: a wallet. */
export interface GenerateSignatureParams {
  /** The account's address. */
  identifier: string;
  /** The text to sign. */
  nonce: string;
  /** The kind of wallet. */
  provider: 'metamask' | 'base' | 'coinbase_wallet' | 'okx_wallet' | 'solana';
  /** The wallet's name, for Solana. */
  walletName?: string;
}

/** What `authenticateWithWeb3()` takes. */
export interface AuthenticateWithWeb3Params {
  /** The account's address. */
  identifier: string;
  /** Has the wallet sign a text; resolves the signature. */
  generateSignature: (params: GenerateSignatureParams) => Promise<string>;
  /** The kind of wallet; MetaMask's when absent. */
  strategy?: Web3Strategy;
  /** The wallet's name, for Solana. */
  walletName?: string;
}

/** What a sign-up by a wallet takes besides. */
export interface SignUpAuthenticateWithWeb3Params {
  /** What to store with the attempt and the user. */
  unsafeMetadata?: Record<string, unknown>;
  /** Whether the visitor accepts the legal documents. */
  legalAccepted?: boolean;
}

/** A wallet of Solana's. */
export interface AuthenticateWithSolanaParams {
  /** What the wallet calls itself, such as `Phantom`. */
  walletName: string;
}

/** What `signIn.authenticateWithPasskey()` takes. */
export interface AuthenticateWithPasskeyParams {
  /**
   * `autofill` offers the passkeys in a field of the page that has `autocomplete="username webauthn"`, `discoverable` has the
   * browser ask at once; for neither the user has to be known. Without, it asks for a passkey of the sign-in's user.
   */
  flow?: 'autofill' | 'discoverable';
}

/** What `createEmailLinkFlow()` gives. */
export interface CreateEmailLinkFlowReturn<Params, Resource> {
  /**
   * Has the link sent, and resolves when it was followed or has expired: the verification says which.
   * @throws {ClerkAPIResponseError} What the Frontend API refuses.
   * @throws {DOMException} An `AbortError`, once the flow is cancelled.
   */
  startEmailLinkFlow: (params: Params) => Promise<Resource>;
  /** Ends the wait. */
  cancelEmailLinkFlow: () => void;
}

/** What a custom flow's call resolves: `null`, or what went wrong on the way. */
export interface FlowOutcome {
  /** What went wrong, if anything. */
  error: ClerkError | null;
}

/** What went wrong. What others have thrown on the way, such as a wallet, is passed on as it is. */
export type ClerkError = ClerkAPIResponseError | ClerkRuntimeError;

/** A code that was sent. */
export interface CodeParams {
  /** The code. */
  code: string;
}

/** What `sso()` takes. */
export interface SSOParams {
  /** The provider. */
  strategy: OAuthStrategy | 'enterprise_sso';
  /** Where the browser goes once a session is made; a path is one of this origin. */
  redirectUrl: string;
  /** Where it goes when there is none yet: a page that calls `clerk.handleRedirectCallback()`. */
  redirectCallbackUrl: string;
  /** A window that the page has opened, for the provider's page; the call resolves when it is done. */
  popup?: Window;
  /** What an OpenID provider asks of the user. */
  oidcPrompt?: string;
  /** The connection, where an enterprise has several. */
  enterpriseConnectionId?: string;
}

/** What the link says that brought the browser to this page. */
export interface EmailLinkVerification {
  /** How it ended. */
  status: 'verified' | 'expired' | 'failed' | 'client_mismatch';
  /** The session that was made. */
  createdSessionId: string;
  /** Whether this client has that session. */
  verifiedFromTheSameClient: boolean;
}

/** What `finalize()` takes. */
export interface FinalizeParams {
  /** Goes on from here, as in `clerk.setActive()`. */
  navigate?: SetActiveParams['navigate'];
}
