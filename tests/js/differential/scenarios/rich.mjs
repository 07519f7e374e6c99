// A client with everything that a server may tell: what the emulator has no routes for, in the published shapes.

const DAY_MS = 86_400_000;
const then = 1_763_000_000_000;
const dates = { created_at: then, updated_at: then + DAY_MS };
const image = { image_url: 'https://img.clerk.com/eyJ0eXBlIjoiZGVmYXVsdCJ9', has_image: true };

export const verification = {
  object: 'verification_otp',
  id: 'ver_1',
  status: 'verified',
  strategy: 'email_code',
  attempts: 1,
  expire_at: then + 600_000,
  verified_at_client: 'client_1',
  nonce: null,
  message: null,
  channel: null,
  external_verification_redirect_url: null,
  error: null,
};

export const failed = {
  ...verification,
  object: 'verification_oauth',
  status: 'failed',
  strategy: 'oauth_github',
  attempts: null,
  external_verification_redirect_url: 'https://github.com/login/oauth/authorize?client_id=a&scope=user%3Aemail',
  error: {
    code: 'oauth_access_denied',
    message: 'Denied',
    long_message: 'You did not grant access.',
    meta: {
      param_name: 'code',
      session_id: 'sess_1',
      email_addresses: ['a@example.com'],
      identifiers: ['a'],
      is_plan_upgrade_possible: true,
    },
  },
};

const links = [
  { type: 'oauth_google', id: 'idn_5' },
  { type: 'saml', id: 'idn_6' },
];

export const emailAddress = {
  object: 'email_address',
  id: 'idn_1',
  email_address: 'ada@example.com',
  reserved: false,
  verification,
  linked_to: links,
  matches_sso_connection: true,
  ...dates,
};

export const phoneNumber = {
  object: 'phone_number',
  id: 'idn_2',
  phone_number: '+4366012345678',
  reserved: false,
  reserved_for_second_factor: true,
  default_second_factor: true,
  verification: { ...verification, strategy: 'phone_code', channel: 'sms' },
  linked_to: links,
  backup_codes: ['1a2b3c4d', '5e6f7a8b'],
  ...dates,
};

export const wallet = {
  object: 'web3_wallet',
  id: 'idn_3',
  web3_wallet: '0x52908400098527886E0F7030069857D2E4169EE7',
  verification: {
    ...verification,
    object: 'verification_web3',
    strategy: 'web3_metamask_signature',
    nonce: 'sign this',
    message: 'Sign in to Acme',
  },
  ...dates,
};

export const externalAccount = {
  object: 'external_account',
  id: 'eac_1',
  identification_id: 'idn_5',
  provider: 'oauth_google',
  provider_user_id: '1084',
  approved_scopes: 'email https://www.googleapis.com/auth/userinfo.profile',
  email_address: 'ada@gmail.com',
  first_name: 'Ada',
  last_name: 'King',
  image_url: 'https://lh3.googleusercontent.com/a',
  username: 'ada',
  phone_number: '+4366087654321',
  public_metadata: { plan_id: 1 },
  label: 'Work',
  verification: { ...verification, object: 'verification_oauth', strategy: 'oauth_google' },
  ...dates,
};

export const enterpriseAccount = {
  object: 'enterprise_account',
  id: 'idn_6',
  protocol: 'saml',
  provider: 'saml_okta',
  provider_user_id: 'okta_1',
  active: true,
  email_address: 'ada@corp.example',
  first_name: 'Ada',
  last_name: 'Lovelace',
  public_metadata: { team: 'engines' },
  verification: { ...verification, object: 'verification_ticket', strategy: 'saml' },
  enterprise_connection: {
    object: 'enterprise_connection',
    id: 'ec_1',
    active: true,
    allow_idp_initiated: true,
    allow_subdomains: true,
    disable_additional_identifications: true,
    domain: 'corp.example',
    logo_public_url: 'https://img.clerk.com/okta',
    name: 'Okta',
    protocol: 'saml',
    provider: 'saml_okta',
    sync_user_attributes: true,
    allow_organization_account_linking: true,
    enterprise_connection_id: 'ec_1',
    ...dates,
  },
  enterprise_connection_id: 'ec_1',
  last_authenticated_at: then,
};

export const passkey = {
  object: 'passkey',
  id: 'passkey_1',
  name: 'Laptop',
  last_used_at: then,
  verification: { ...verification, object: 'verification_passkey', strategy: 'passkey' },
  ...dates,
};

export const publicUserData = {
  first_name: 'Ada',
  last_name: 'Lovelace',
  ...image,
  identifier: 'ada@example.com',
  user_id: 'user_1',
  username: 'ada',
  banned: false,
  deprovisioned: false,
};

export const organization = {
  object: 'organization',
  id: 'org_1',
  name: 'Analytical Engines',
  slug: 'analytical-engines',
  ...image,
  members_count: 3,
  pending_invitations_count: 2,
  max_allowed_memberships: 5,
  admin_delete_enabled: true,
  self_serve_sso_enabled: true,
  exclusive_membership: true,
  public_metadata: { plan: 'free', since_year: 1843 },
  ...dates,
};

export const membership = {
  object: 'organization_membership',
  id: 'orgmem_1',
  organization,
  role: 'org:admin',
  role_name: 'Admin',
  permissions: ['org:sys_memberships:read', 'org:engines:run'],
  public_metadata: { desk: 4 },
  public_user_data: publicUserData,
  ...dates,
};

export const user = {
  object: 'user',
  id: 'user_1',
  external_id: 'ada-1',
  username: 'ada',
  first_name: 'Ada',
  last_name: 'Lovelace',
  locale: 'en-GB',
  ...image,
  primary_email_address_id: 'idn_1',
  primary_phone_number_id: 'idn_2',
  primary_web3_wallet_id: 'idn_3',
  email_addresses: [
    emailAddress,
    { ...emailAddress, id: 'idn_4', email_address: 'countess@example.com', linked_to: [], verification: failed },
  ],
  phone_numbers: [phoneNumber],
  web3_wallets: [wallet],
  external_accounts: [
    externalAccount,
    { ...externalAccount, id: 'eac_2', provider: 'oauth_github', verification: failed },
  ],
  enterprise_accounts: [enterpriseAccount],
  passkeys: [passkey],
  organization_memberships: [
    membership,
    { ...membership, id: 'orgmem_2', role: 'org:member', organization: { ...organization, id: 'org_2', slug: 'lace' } },
  ],
  password_enabled: true,
  totp_enabled: true,
  backup_code_enabled: true,
  two_factor_enabled: true,
  public_metadata: { snake_key: 1, nested: { inner_key: [1, { deep_key: 'Zoë 🦀' }] } },
  unsafe_metadata: { 'kebab-key': true },
  create_organization_enabled: true,
  create_organizations_limit: 7,
  delete_self_enabled: true,
  last_sign_in_at: then,
  legal_accepted_at: then + 1,
  mfa_enabled_at: then,
  mfa_disabled_at: null,
  last_active_at: then,
  ...dates,
};

const factors = [
  { strategy: 'password' },
  { strategy: 'email_code', email_address_id: 'idn_1', safe_identifier: 'a**@example.com', primary: true },
  { strategy: 'phone_code', phone_number_id: 'idn_2', safe_identifier: '+43*******78', default: true, channel: 'sms' },
  { strategy: 'enterprise_sso', enterprise_connection_id: 'ec_1', enterprise_connection_name: 'Okta' },
];

const protectCheck = {
  status: 'pending',
  token: 'protect_token',
  sdk_url: 'https://protect.example.com/sdk.js',
  expires_at: then,
  ui_hints: { reason_code: 'device_new' },
};

export const signIn = {
  object: 'sign_in_attempt',
  id: 'sia_1',
  status: 'needs_second_factor',
  supported_identifiers: ['email_address', 'phone_number', 'username'],
  supported_first_factors: factors,
  supported_second_factors: [{ strategy: 'totp' }, factors[2]],
  sso_bypass_first_factors: [factors[1]],
  first_factor_verification: failed,
  second_factor_verification: { ...verification, status: 'unverified', strategy: 'phone_code', channel: 'whatsapp' },
  identifier: 'ada@example.com',
  created_session_id: null,
  user_data: { first_name: 'Ada', last_name: 'Lovelace', ...image },
  client_trust_state: 'new',
  protect_check: protectCheck,
  abandon_at: then + DAY_MS,
};

const ofIdentifier = {
  ...verification,
  status: 'unverified',
  next_action: 'needs_attempt',
  supported_strategies: ['email_code', 'email_link'],
};

export const signUp = {
  object: 'sign_up_attempt',
  id: 'sua_1',
  status: 'missing_requirements',
  required_fields: ['email_address', 'password'],
  optional_fields: ['first_name', 'web3_wallet'],
  missing_fields: ['password'],
  unverified_fields: ['email_address'],
  verifications: {
    email_address: ofIdentifier,
    phone_number: { ...ofIdentifier, channel: 'sms' },
    web3_wallet: ofIdentifier,
    external_account: failed,
  },
  username: 'ada',
  first_name: 'Ada',
  last_name: 'Lovelace',
  email_address: 'ada@example.com',
  phone_number: '+4366012345678',
  web3_wallet: '0x52908400098527886E0F7030069857D2E4169EE7',
  has_password: true,
  password_enabled: true,
  unsafe_metadata: { referrer_id: 5, nested: { inner_key: 1 } },
  created_session_id: 'sess_9',
  created_user_id: 'user_9',
  abandon_at: then + DAY_MS,
  legal_accepted_at: then,
  locale: 'en-GB',
  protect_check: protectCheck,
  external_account: { provider: 'google' },
  custom_action: false,
};

/** What a session has beside its user, its dates and its token. */
export const session = {
  actor: { sub: 'user_admin', type: 'agent', snake_key: 1 },
  tasks: [{ key: 'setup-mfa' }, { key: 'reset-password', new_key: 1 }],
  factor_verification_age: [3, -1],
  last_active_organization_id: 'org_1',
  public_user_data: publicUserData,
};

const under = (path, values) =>
  Object.entries(values).map(([key, value]) => ({
    path: `${path}/${key}`,
    ...(value === undefined ? { op: 'remove' } : { op: 'add', value }),
  }));

/** Makes the client that the emulator answers a rich one; each part may be replaced by another. */
export const richly = (parts = {}) => {
  const {
    user: itsUser = user,
    session: itsSession = session,
    signIn: itsSignIn = signIn,
    signUp: itsSignUp = signUp,
    client = {},
  } = parts;
  return [
    ...under('/response/sessions/0', { ...itsSession, user: itsUser }),
    ...under('/response', { sign_in: itsSignIn, sign_up: itsSignUp, ...client }),
  ];
};
