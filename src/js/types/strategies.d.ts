/** A provider of OAuth sign-in; your own are `custom_…`. */
export type OAuthProvider =
  | 'agentid'
  | 'apple'
  | 'atlassian'
  | 'bitbucket'
  | 'box'
  | 'coinbase'
  | 'discord'
  | 'dropbox'
  | 'enstall'
  | 'facebook'
  | 'github'
  | 'gitlab'
  | 'google'
  | 'hubspot'
  | 'huggingface'
  | 'instagram'
  | 'line'
  | 'linear'
  | 'linkedin'
  | 'linkedin_oidc'
  | 'microsoft'
  | 'notion'
  | 'slack'
  | 'spotify'
  | 'tiktok'
  | 'twitch'
  | 'twitter'
  | 'vercel'
  | 'x'
  | 'xero'
  | `custom_${string}`;

/** Sign-in with an account at a provider. */
export type OAuthStrategy = `oauth_${OAuthProvider}`;

/** Sign-in by signing a message with a wallet. */
export type Web3Strategy = `web3_${'metamask' | 'base' | 'coinbase_wallet' | 'okx_wallet' | 'solana'}_signature`;

/** How the visitor last signed in on this client. */
export type LastAuthenticationStrategy =
  | 'email_address'
  | 'username'
  | 'email_code'
  | 'email_link'
  | 'phone_code'
  | 'password'
  | OAuthStrategy
  | Web3Strategy;

/** How a phone code is delivered. */
export type PhoneCodeChannel = 'sms' | 'whatsapp';

/** The kinds of identifier that a sign-in accepts. */
export type SignInIdentifier = 'username' | 'email_address' | 'phone_number' | 'web3_wallet';

/** A way to verify the visitor first. `safeIdentifier` is masked for display. */
export type SignInFirstFactor =
  | {
      strategy: 'email_code' | 'email_link' | 'reset_password_email_code';
      emailAddressId: string;
      safeIdentifier: string;
      primary?: boolean;
    }
  | {
      strategy: 'phone_code';
      phoneNumberId: string;
      safeIdentifier: string;
      primary?: boolean;
      default?: boolean;
      channel?: PhoneCodeChannel;
    }
  | { strategy: 'reset_password_phone_code'; phoneNumberId: string; safeIdentifier: string; primary?: boolean }
  | { strategy: 'password' | 'passkey' }
  | { strategy: OAuthStrategy }
  | { strategy: Web3Strategy; web3WalletId: string; primary?: boolean; walletName?: string }
  | {
      strategy: 'enterprise_sso';
      enterpriseConnectionId?: string;
      enterpriseConnectionName?: string;
      enterpriseConnectionLogoPublicUrl?: string | null;
      enterpriseConnectionProvider?: string;
    };

/** A way to verify the visitor after the first factor. */
export type SignInSecondFactor =
  | { strategy: 'email_code' | 'email_link'; emailAddressId: string; safeIdentifier: string; primary?: boolean }
  | {
      strategy: 'phone_code';
      phoneNumberId: string;
      safeIdentifier: string;
      primary?: boolean;
      default?: boolean;
      channel?: PhoneCodeChannel;
    }
  | { strategy: 'totp' | 'backup_code' };
