// Signing in and up elsewhere: by a provider of OAuth, an enterprise, a wallet. The provider's page is at elsewhere.example, which lets nobody leave.
import { ada, call, callback, control, DEVELOPMENT, fault, get, load, patched, scenario, set } from '../language.mjs';

const signIn = (method, ...args) => call(`client.signIn.${method}`, ...args);
const signUp = (method, ...args) => call(`client.signUp.${method}`, ...args);
const google = { settings: { social_providers: ['oauth_google'] } };
const enterprise = {
  settings: { enterprise_connections: [{ id: 'ent_1', name: 'Big', domains: ['big.com'], active: true }] },
};
const inDevelopment = { key: DEVELOPMENT };
const params = {
  strategy: 'oauth_google',
  redirectUrl: 'https://app.example.com/callback',
  redirectUrlComplete: 'https://app.example.com/done',
};
const sso = { strategy: 'oauth_google', redirectUrl: '/done', redirectCallbackUrl: 'https://app.example.com/callback' };
const window = { location: { href: 'about:blank' } };
const consent = more => ({
  object: 'verification_oauth',
  status: 'unverified',
  strategy: 'oauth_google',
  attempts: null,
  expire_at: 1_900_000_000_000,
  external_verification_redirect_url: 'http://elsewhere.example/consent?state=1',
  ...more,
});

const at = (attempt, inside, value) => [
  { op: 'replace', path: `/response/${inside}`, value },
  { op: 'replace', path: `/client/${attempt}/${inside}`, value },
];
/** The next answer about a sign-in, or a sign-up, names the provider's page. */
const toConsent = (more, path = '/client/sign_ins') =>
  patched(path, ...at('sign_in', 'first_factor_verification', consent(more)));
const toSignUpConsent = (more, path = '/client/sign_ups') =>
  patched(path, ...at('sign_up', 'verifications/external_account', consent(more)));

const own = (name, options) => scenario(name, { ...options, differs: ['own-words'] });

const redirects = [
  scenario('a provider signs in', {
    ...google,
    steps: [load(), toConsent(), signIn('authenticateWithRedirect', params), get('client.signIn.status')],
  }),
  scenario('a provider signs in, in development', {
    ...google,
    ...inDevelopment,
    steps: [load(), toConsent(), signIn('authenticateWithRedirect', { ...params, redirectUrl: '/callback' })],
  }),
  scenario('a provider signs in and comes back to another origin, in development', {
    ...google,
    ...inDevelopment,
    differs: ['strangers-tokens'],
    steps: [load(), toConsent(), signIn('authenticateWithRedirect', params)],
  }),
  scenario('a provider that the instance does not know', {
    steps: [load(), signIn('authenticateWithRedirect', params), signUp('authenticateWithRedirect', params)],
  }),
  own('a provider without a page', {
    ...google,
    steps: [load(), toConsent({ status: 'verified' }), signIn('authenticateWithRedirect', params)],
  }),
  scenario('a provider signs in whoever has begun', {
    ...google,
    steps: [
      load(),
      signIn('create', { identifier: ada.email_address }),
      toConsent(),
      signIn('authenticateWithRedirect', params),
    ],
  }),
  scenario('an enterprise signs in', {
    ...enterprise,
    steps: [
      load(),
      toConsent({ strategy: 'enterprise_sso' }, '/client/sign_ins/*/prepare_first_factor'),
      signIn('authenticateWithRedirect', {
        ...params,
        strategy: 'enterprise_sso',
        identifier: 'somebody@big.com',
        oidcPrompt: 'login',
      }),
    ],
  }),
  scenario('an enterprise that nobody knows', {
    steps: [
      load(),
      signIn('authenticateWithRedirect', { ...params, strategy: 'enterprise_sso', identifier: ada.email_address }),
    ],
  }),
  scenario('a provider signs up', {
    ...google,
    steps: [load(), toSignUpConsent(), signUp('authenticateWithRedirect', { ...params, unsafeMetadata: { a: 1 } })],
  }),
  scenario('a provider goes on with a sign-up', {
    ...google,
    steps: [
      load(),
      signUp('create', { firstName: 'Emmy' }),
      toSignUpConsent({}, '/client/sign_ups/*'),
      signUp('authenticateWithRedirect', { ...params, continueSignUp: true, legalAccepted: true }),
    ],
  }),
  own('a provider without a page for a sign-up', {
    ...google,
    steps: [load(), toSignUpConsent({ status: 'failed' }), signUp('authenticateWithRedirect', params)],
  }),
];

const windows = [
  scenario('a provider in a window', {
    ...google,
    steps: [load(), toConsent(), signIn('authenticateWithPopup', { ...params, popup: window })],
  }),
  scenario('a provider in a window, in development', {
    ...google,
    ...inDevelopment,
    differs: ['strangers-tokens'],
    steps: [load(), toConsent(), signIn('authenticateWithPopup', { ...params, popup: window })],
  }),
  scenario('a provider in a window, for a sign-up', {
    ...google,
    steps: [load(), toSignUpConsent(), signUp('authenticateWithPopup', { ...params, popup: window })],
  }),
  scenario('a window for a provider that the instance does not know', {
    steps: [load(), signIn('authenticateWithPopup', { ...params, popup: window })],
  }),
];

const bigSignUp = signUp('create', { emailAddress: 'somebody@big.com' });
const askEnterprises = signUp('__experimental_getEnterpriseConnections');
const enterprises = [
  scenario('the enterprises of a sign-up', {
    ...enterprise,
    steps: [load(), bigSignUp, askEnterprises, get('kept.result'), get('client.signUp.id')],
  }),
  scenario('the enterprises of a sign-up that is of none', {
    ...enterprise,
    steps: [load(), signUp('create', { emailAddress: 'somebody@small.com' }), askEnterprises, get('kept.result')],
  }),
  scenario('the enterprises of a sign-up, and the server does not say', {
    ...enterprise,
    steps: [
      load(),
      bigSignUp,
      fault('/client/sign_ups/*/enterprise_connections', { status: 422, times: 1 }),
      askEnterprises,
      askEnterprises,
    ],
  }),
  scenario('the enterprises of a sign-up that has not begun', {
    ...enterprise,
    differs: ['blank-sign-ups'],
    steps: [load(), askEnterprises],
  }),
  scenario('the enterprises of a sign-up, with a client that is left alone', {
    ...enterprise,
    signedIn: [ada],
    steps: [
      load(),
      bigSignUp,
      patched('/client/sign_ups/*/enterprise_connections', { op: 'replace', path: '/client/sessions', value: [] }),
      askEnterprises,
    ],
  }),
];

const customFlows = [
  scenario('the custom-flow API goes to a provider', {
    ...google,
    steps: [load(), toConsent(), signIn('__internal_future.sso', sso)],
  }),
  scenario('the custom-flow API goes to a provider again', {
    ...google,
    steps: [
      load(),
      toConsent(),
      signIn('__internal_future.sso', sso),
      toConsent(),
      signIn('__internal_future.sso', sso),
    ],
  }),
  scenario('the custom-flow API goes to an enterprise', {
    ...enterprise,
    steps: [
      load(),
      signIn('create', { identifier: 'somebody@big.com' }),
      toConsent({ strategy: 'enterprise_sso' }, '/client/sign_ins/*/prepare_first_factor'),
      signIn('__internal_future.sso', { ...sso, strategy: 'enterprise_sso', enterpriseConnectionId: 'ent_1' }),
    ],
  }),
  scenario('the custom-flow API signs up at a provider', {
    ...google,
    steps: [load(), toSignUpConsent(), signUp('__internal_future.sso', { ...sso, locale: 'fr-FR' })],
  }),
  scenario('the custom-flow API goes on with a sign-up at a provider', {
    ...google,
    steps: [
      load(),
      signUp('create', { firstName: 'Emmy' }),
      toSignUpConsent({}, '/client/sign_ups/*'),
      signUp('__internal_future.sso', sso),
    ],
  }),
  scenario('the custom-flow API and a provider that the instance does not know', {
    steps: [load(), signIn('__internal_future.sso', sso), signUp('__internal_future.sso', sso)],
  }),
];

/** The next sign-ups are refused. */
const refused = (code, times = 1, path = '/client/sign_ups') =>
  fault(path, {
    status: 400,
    times,
    body: JSON.stringify({ errors: [{ code, message: 'no', long_message: 'No.', meta: {} }] }),
  });
const byRedirect = signUp('authenticateWithRedirect', params);

const captchas = [
  ...['captcha_invalid', 'captcha_not_enabled', 'captcha_missing_token', 'captcha_unheard_of'].map(code =>
    scenario(`a provider's sign-up that is refused with ${code}`, {
      ...google,
      steps: [load(), refused(code), toSignUpConsent(), byRedirect],
    }),
  ),
  scenario("a provider's sign-up that is refused for its captcha twice", {
    ...google,
    steps: [load(), refused('captcha_invalid', 2), toSignUpConsent(), byRedirect],
  }),
  scenario("a provider's sign-up that is refused for its captcha, in development", {
    ...google,
    ...inDevelopment,
    steps: [
      load(),
      refused('captcha_invalid'),
      toSignUpConsent(),
      signUp('authenticateWithRedirect', { ...params, redirectUrl: '/callback' }),
    ],
  }),
  scenario("a provider's sign-up that is gone on with, and refused for its captcha", {
    ...google,
    steps: [
      load(),
      signUp('create', { firstName: 'Emmy' }),
      refused('captcha_invalid', 1, '/client/sign_ups/*'),
      toSignUpConsent({}, '/client/sign_ups/*'),
      signUp('authenticateWithRedirect', { ...params, continueSignUp: true }),
    ],
  }),
  scenario("a provider's sign-up that is refused for its captcha, and no environment comes", {
    ...google,
    steps: [
      load(),
      refused('captcha_invalid'),
      fault('/environment', { status: 500, times: 1 }),
      toSignUpConsent(),
      byRedirect,
      byRedirect,
    ],
  }),
  scenario("a provider's sign-up that is refused for its captcha, in a window", {
    ...google,
    steps: [
      load(),
      refused('captcha_invalid'),
      toSignUpConsent(),
      signUp('authenticateWithPopup', { ...params, popup: window }),
    ],
  }),
  scenario('the custom-flow API is refused for a captcha at a provider', {
    ...google,
    steps: [load(), refused('captcha_invalid'), toSignUpConsent(), signUp('__internal_future.sso', sso)],
  }),
  scenario("a provider's sign-up on an instance that has got captchas", {
    ...google,
    steps: [
      load(),
      control('PATCH settings', { captcha_enabled: true }),
      byRedirect,
      signUp('__internal_future.sso', sso),
    ],
  }),
  scenario("a provider's sign-in that is refused for its captcha", {
    ...google,
    steps: [
      load(),
      refused('captcha_invalid', 1, '/client/sign_ins'),
      toConsent(),
      signIn('authenticateWithRedirect', params),
    ],
  }),
];

const ADDRESS = '0x2c7536e3605d9c16a7a3d7b1898e529396a65c23';
const wallet = {
  settings: { web3_wallets: ['web3_metamask_signature', 'web3_okx_wallet_signature'] },
  users: [{ ...ada, web3_wallets: [ADDRESS] }],
};
/** The wallet gives its address whatever it is asked, and so a signature that is none. */
const connected = set('window.ethereum', { request: { $function: 'request', returns: [ADDRESS] } });

const wallets = [
  scenario('a wallet signs in', { ...wallet, steps: [load(), connected, signIn('authenticateWithMetamask')] }),
  scenario('a wallet that nobody has', {
    ...wallet,
    users: [ada],
    steps: [load(), connected, signIn('authenticateWithMetamask'), signIn('authenticateWithOKXWallet')],
  }),
  scenario('a wallet signs up', {
    ...wallet,
    users: [ada],
    steps: [load(), connected, signUp('authenticateWithMetamask', { unsafeMetadata: { a: 1 } })],
  }),
  scenario('a wallet of a user signs up', {
    ...wallet,
    steps: [load(), connected, signUp('authenticateWithOKXWallet')],
  }),
  scenario('the custom-flow API and a wallet', {
    ...wallet,
    steps: [
      load(),
      connected,
      signIn('__internal_future.web3', { strategy: 'web3_metamask_signature' }),
      signUp('__internal_future.web3', { strategy: 'web3_okx_wallet_signature' }),
    ],
  }),
  scenario('a signature by whatever the page has', {
    ...wallet,
    steps: [
      load(),
      signIn('authenticateWithWeb3', { identifier: ADDRESS, generateSignature: callback('sign') }),
      signUp('authenticateWithWeb3', {
        identifier: '0x0000000000000000000000000000000000000001',
        generateSignature: callback('sign', 'The wallet is locked.'),
      }),
    ],
  }),
];

export const scenarios = [...redirects, ...windows, ...enterprises, ...customFlows, ...captchas, ...wallets];
