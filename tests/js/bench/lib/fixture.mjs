// The client that the server answers with: made from a seed, so that each run measures the same bytes but for the times.

const ORGANIZATION_PERMISSIONS = [
  'org:sys_profile:manage',
  'org:sys_profile:delete',
  'org:sys_memberships:read',
  'org:sys_memberships:manage',
  'org:sys_domains:read',
  'org:sys_domains:manage',
];
const FIRST = ['Ada', 'Grace', 'Alan', 'Barbara', 'Edsger', 'Radia', 'Donald', 'Frances'];
const LAST = ['Lovelace', 'Hopper', 'Turing', 'Liskov', 'Dijkstra', 'Perlman', 'Knuth', 'Allen'];
const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const BASE64URL = `${BASE62}-_`;
const DAY_MS = 86_400_000;
/** Longer than any run: what is measured is a token from the cache, and nothing is to expire meanwhile. */
const TOKEN_LIFETIME_S = 86_400;

/** Small, fast and good enough for letters: mulberry32. */
function randomness(seed) {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

class Fixture {
  constructor(seed, now) {
    this.pick = randomness(seed);
    this.now = now;
    this.created = now - 90 * DAY_MS;
  }

  letters = (count, alphabet = BASE62) =>
    Array.from({ length: count }, () => alphabet[this.pick(alphabet.length)]).join('');

  // Clerk's ids are a prefix and 27 letters.
  id = prefix => `${prefix}_${this.letters(27)}`;

  times = () => ({ created_at: this.created, updated_at: this.now });

  image = () => `https://img.clerk.com/${this.letters(120)}`;

  verification = (object, strategy) => ({
    object,
    status: 'verified',
    strategy,
    attempts: 1,
    expire_at: this.created + 600_000,
  });

  email = address => ({
    object: 'email_address',
    id: this.id('idn'),
    email_address: address,
    reserved: false,
    verification: this.verification('verification_otp', 'email_code'),
    linked_to: [],
    matches_sso_connection: false,
    ...this.times(),
  });

  phone = () => ({
    object: 'phone_number',
    id: this.id('idn'),
    phone_number: `+1202555${1000 + this.pick(9000)}`,
    reserved_for_second_factor: false,
    default_second_factor: false,
    reserved: false,
    verification: this.verification('verification_otp', 'phone_code'),
    linked_to: [],
    backup_codes: null,
    ...this.times(),
  });

  externalAccount = (provider, name, address) => ({
    object: 'external_account',
    id: this.id('eac'),
    provider: `oauth_${provider}`,
    identification_id: this.id('idn'),
    provider_user_id: this.letters(21, '0123456789'),
    approved_scopes: 'email profile openid',
    email_address: address,
    username: '',
    first_name: name.first,
    last_name: name.last,
    avatar_url: this.image(),
    image_url: this.image(),
    label: null,
    public_metadata: {},
    verification: {
      ...this.verification('verification_oauth', `oauth_${provider}`),
      external_verification_redirect_url: null,
    },
    ...this.times(),
  });

  membership(user, name, address) {
    const slug = `team-${this.letters(8).toLowerCase()}`;
    return {
      object: 'organization_membership',
      id: this.id('orgmem'),
      role: 'org:admin',
      role_name: 'Admin',
      permissions: ORGANIZATION_PERMISSIONS,
      public_metadata: {},
      ...this.times(),
      organization: {
        object: 'organization',
        id: this.id('org'),
        name: `Team of ${name.last}`,
        slug,
        image_url: this.image(),
        has_image: true,
        members_count: 2 + this.pick(40),
        pending_invitations_count: this.pick(3),
        max_allowed_memberships: 50,
        admin_delete_enabled: true,
        public_metadata: {},
        ...this.times(),
      },
      public_user_data: this.publicUserData(user, name, address),
    };
  }

  publicUserData = (user, name, identifier) => ({
    first_name: name.first,
    last_name: name.last,
    image_url: this.image(),
    profile_image_url: this.image(),
    has_image: true,
    identifier,
    user_id: user,
    username: null,
    banned: false,
    deprovisioned: false,
  });

  user(id, name, address) {
    const emails = [address, `${name.first}@work.example`, `${name.last}@home.example`].map(one =>
      this.email(one.toLowerCase()),
    );
    const phones = [this.phone(), this.phone()];
    return {
      object: 'user',
      id,
      username: null,
      first_name: name.first,
      last_name: name.last,
      image_url: this.image(),
      has_image: true,
      primary_email_address_id: emails[0].id,
      primary_phone_number_id: phones[0].id,
      primary_web3_wallet_id: null,
      password_enabled: true,
      two_factor_enabled: false,
      totp_enabled: false,
      backup_code_enabled: false,
      email_addresses: emails,
      phone_numbers: phones,
      web3_wallets: [],
      passkeys: [],
      external_accounts: ['google', 'github'].map(provider => this.externalAccount(provider, name, address)),
      saml_accounts: [],
      enterprise_accounts: [],
      organization_memberships: Array.from({ length: 3 }, () => this.membership(id, name, address)),
      public_metadata: { plan: 'pro', seats: 12 },
      unsafe_metadata: { theme: 'dark' },
      external_id: null,
      last_sign_in_at: this.now,
      banned: false,
      deprovisioned: false,
      locked: false,
      lockout_expires_in_seconds: null,
      verification_attempts_remaining: 100,
      delete_self_enabled: true,
      create_organization_enabled: true,
      last_active_at: this.now,
      mfa_enabled_at: null,
      mfa_disabled_at: null,
      legal_accepted_at: null,
      ...this.times(),
    };
  }

  /** Of a session token's form. Its signature is noise, since clients do not verify it. */
  jwt(session, user) {
    const issued = Math.floor(this.now / 1000);
    const header = {
      alg: 'RS256',
      cat: 'cl_B7d4PD111AAA',
      kid: 'ins_2bench0000000000000000000',
      oiat: issued,
      typ: 'JWT',
    };
    const claims = {
      azp: 'http://localhost',
      exp: issued + TOKEN_LIFETIME_S,
      fva: [5, -1],
      iat: issued,
      iss: 'https://clerk.example.com',
      jti: this.letters(20).toLowerCase(),
      nbf: issued - 10,
      sid: session,
      sts: 'active',
      sub: user,
      v: 2,
    };
    const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part(header)}.${part(claims)}.${this.letters(342, BASE64URL)}`;
  }

  session() {
    const [id, user] = [this.id('sess'), this.id('user')];
    const name = { first: FIRST[this.pick(FIRST.length)], last: LAST[this.pick(LAST.length)] };
    const address = `${name.first}.${name.last}@mail.example`.toLowerCase();
    return {
      object: 'session',
      id,
      status: 'active',
      expire_at: this.now + 7 * DAY_MS,
      abandon_at: this.now + 30 * DAY_MS,
      last_active_at: this.now,
      last_active_token: { object: 'token', jwt: this.jwt(id, user) },
      last_active_organization_id: null,
      actor: null,
      tasks: null,
      user: this.user(user, name, address),
      public_user_data: this.publicUserData(user, name, address),
      factor_verification_age: [5, -1],
      ...this.times(),
    };
  }

  client(count) {
    const sessions = Array.from({ length: count }, () => this.session());
    return {
      object: 'client',
      id: this.id('client'),
      sessions,
      sign_in: null,
      sign_up: null,
      last_active_session_id: sessions[0]?.id ?? null,
      last_authentication_strategy: 'password',
      cookie_expires_at: this.now + 365 * DAY_MS,
      captcha_bypass: false,
      ...this.times(),
    };
  }
}

/** The answer to GET /v1/client with `count` sessions, as it stood at `now`. Only times and tokens differ with `now`. */
export const clientAnswer = (count, now = Date.now(), seed = 42) =>
  JSON.stringify({ response: new Fixture(seed, now).client(count), client: null });

/** The answer to POST …/touch of the session `id`, one of `count`. */
export function touchAnswer(count, id, now = Date.now(), seed = 42) {
  const client = new Fixture(seed, now).client(count);
  return JSON.stringify({ response: client.sessions.find(session => session.id === id) ?? null, client });
}

/** The answer to POST …/tokens: a new token for the session `id`. */
export const tokenAnswer = (id, now = Date.now()) =>
  JSON.stringify({ object: 'token', jwt: new Fixture(7, now).jwt(id, 'user_bench') });
