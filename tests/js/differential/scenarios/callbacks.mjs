// Coming back: from a provider, by a link of an e-mail, from a wallet or One Tap, and what leads on from there.
import { ada, at, call, callback, fault, get, load, patched, scenario, set } from '../language.mjs';
import { client, signInOf, signUpOf, verification } from '../lib/attempts.mjs';

const google = { settings: { social_providers: ['oauth_google'] } };
const go = callback('navigate');
const back = (params = {}) => call('handleRedirectCallback', params, go);
const pagesOf = {
  signInUrl: '/in',
  signUpUrl: '/up',
  firstFactorUrl: '/in/one',
  secondFactorUrl: '/in/two',
  resetPasswordUrl: '/in/reset',
  continueSignUpUrl: '/up/more',
  verifyEmailAddressUrl: '/up/email',
  verifyPhoneNumberUrl: '/up/phone',
  signInProtectCheckUrl: '/in/check',
  signUpProtectCheckUrl: '/up/check',
};

/** The client comes with these attempts; for whoever has none yet with nothing else. */
const visiting = attempts => patched('/client', { op: 'replace', path: '/response', value: client(attempts) });
const having = attempts =>
  patched(
    '/client',
    ...Object.entries(attempts).map(([name, value]) => ({ op: 'add', path: `/response/${name}`, value })),
  );
/** The next answer of a path, about one of the attempts. */
const answer = (path, response) =>
  fault(path, {
    times: 1,
    body: JSON.stringify({ response, client: client({ [response.object.replace('_attempt', '')]: response }) }),
  });

const factor = (status, code, meta) => ({
  sign_in: signInOf({ first_factor_verification: verification(status, code, meta) }),
});
const account = (status, code, meta, more) => ({
  sign_up: signUpOf({ verifications: { external_account: verification(status, code, meta) }, ...more }),
});
const check = {
  status: 'pending',
  token: 'protect_token',
  sdk_url: 'https://protect.example.com/sdk.js',
  expires_at: 1_900_000_000_000,
};

const STATES = {
  'nothing has begun': {},
  'a first factor is next': {
    sign_in: signInOf({ status: 'needs_first_factor', supported_first_factors: [{ strategy: 'email_code' }] }),
  },
  'a first factor of an enterprise is next': {
    sign_in: signInOf({ status: 'needs_first_factor', supported_first_factors: [{ strategy: 'enterprise_sso' }] }),
  },
  'a first factor is next, which nobody names': {
    sign_in: signInOf({ status: 'needs_first_factor', supported_first_factors: null }),
  },
  'a first factor is next, of which nothing is said': {
    sign_in: signInOf({ status: 'needs_first_factor', supported_first_factors: undefined }),
  },
  'a second factor is next': { sign_in: signInOf({ status: 'needs_second_factor' }) },
  'a new password is next': { sign_in: signInOf({ status: 'needs_new_password' }) },
  'the sign-in has a challenge': { sign_in: signInOf({ status: 'needs_protect_check', protect_check: check }) },
  'the sign-up has a challenge': { sign_up: signUpOf({ protect_check: check }) },
  'the user of the sign-in is locked': factor('failed', 'user_locked'),
  'the user of the sign-up is locked': account('failed', 'user_locked'),
  'the account was refused': account('failed', 'oauth_access_denied'),
  'the account was refused to a sign-in': factor('failed', 'oauth_access_denied'),
  'fields are missing': account('verified', null, null, { missing_fields: ['username'] }),
  'a challenge is missing': account('verified', null, null, { missing_fields: ['protect_check', 'username'] }),
  'an address is not verified': account('verified', null, null, {
    unverified_fields: ['email_address', 'phone_number'],
  }),
  'a number is not verified': account('verified', null, null, { unverified_fields: ['phone_number'] }),
  'nothing is missing': account('verified'),
};

const leads = Object.entries(STATES).map(([name, state]) =>
  scenario(`back from a provider, and ${name}`, {
    steps: [visiting(state), load(), back(), back(pagesOf)],
  }),
);

const sessionless = Object.entries({
  signIn: { sign_in: signInOf({ status: 'complete' }) },
  signUp: { sign_up: signUpOf({ status: 'complete' }) },
}).map(([name, state]) =>
  scenario(`back from a provider with a complete ${name} that has no session`, {
    differs: ['sessionless-attempts'],
    steps: [visiting(state), load(), back(), back(pagesOf)],
  }),
);

const signedIn = { signedIn: [ada] };
/** The id of the session that Ada has, at some place of an attempt. */
const copied = path => patched('/client', { op: 'copy', from: '/response/sessions/0/id', path: `/response/${path}` });
/** One patch of several. */
const both = (...patches) => ({
  ...patches[0],
  body: { ...patches[0].body, json_patch: patches.flatMap(({ body }) => body.json_patch) },
});

const complete = ['signIn', 'signUp'].map(name =>
  scenario(`back from a provider with a complete ${name}`, {
    ...signedIn,
    steps: [
      both(
        having({
          [name === 'signIn' ? 'sign_in' : 'sign_up']: (name === 'signIn' ? signInOf : signUpOf)({
            status: 'complete',
          }),
        }),
        copied(`sign_${name.slice(4).toLowerCase()}/created_session_id`),
      ),
      load(),
      back({ signInFallbackRedirectUrl: '/in', signUpFallbackRedirectUrl: '/up' }),
    ],
  }),
);

const transfers = [
  scenario('back from a provider, and somebody who signs up has an account', {
    ...google,
    steps: [
      visiting(account('transferable', 'external_account_exists')),
      load(),
      answer('/client/sign_ins', signInOf({ status: 'needs_second_factor' })),
      back(),
    ],
  }),
  ...['needs_first_factor', 'needs_new_password', 'needs_protect_check'].map(status =>
    scenario(`back from a provider, and somebody who signs up has an account: ${status}`, {
      ...google,
      steps: [
        visiting(account('transferable', 'external_account_exists')),
        load(),
        answer('/client/sign_ins', signInOf({ status })),
        back(pagesOf),
      ],
    }),
  ),
  scenario('back from a provider, and what comes of a sign-up is unheard-of', {
    ...google,
    differs: ['own-words'],
    steps: [
      visiting(account('transferable', 'external_account_exists')),
      load(),
      answer('/client/sign_ins', signInOf({ status: 'needs_magic' })),
      back(),
    ],
  }),
  scenario('back from a provider, and somebody who signs in has no account', {
    ...google,
    steps: [
      visiting(factor('transferable')),
      load(),
      answer('/client/sign_ups', signUpOf({ missing_fields: ['username'] })),
      back({ unsafeMetadata: { a: 1 } }),
    ],
  }),
  scenario('back from a provider, and nobody is to sign up', {
    ...google,
    steps: [visiting(factor('transferable')), load(), back({ transferable: false })],
  }),
  scenario('back from a provider, and signing up is refused', {
    ...google,
    steps: [visiting(factor('transferable')), load(), back()],
  }),
  scenario('back from a provider, and what comes of a sign-in is unheard-of', {
    ...google,
    differs: ['own-words'],
    steps: [
      visiting(factor('transferable')),
      load(),
      answer('/client/sign_ups', signUpOf({ status: 'abandoned' })),
      back(),
    ],
  }),
];

const others = [
  scenario('back from a provider before load', { steps: [back()] }),
  scenario('back from a provider, in the page itself', {
    steps: [visiting(STATES['a second factor is next']), load(), call('handleRedirectCallback')],
  }),
  scenario('back from a provider, with a router', {
    steps: [
      visiting(STATES['a second factor is next']),
      load({ routerPush: callback('push'), routerReplace: callback('replace') }),
      call('handleRedirectCallback'),
    ],
  }),
  scenario('back from a provider, with a navigation that fails', {
    steps: [load(), call('handleRedirectCallback', {}, callback('navigate', 'no'))],
  }),
  ...['signIn', 'signUp'].map(reloadResource =>
    scenario(`back from a provider, and the ${reloadResource} is read anew`, {
      steps: [
        visiting({ ...STATES['the sign-in has a challenge'], ...STATES['the sign-up has a challenge'] }),
        load(),
        back({ reloadResource }),
      ],
    }),
  ),
  scenario('back from a provider, and the user of a sign-in is signed in already', {
    ...signedIn,
    steps: [
      both(
        having(factor('failed', 'identifier_already_signed_in', {})),
        copied('sign_in/first_factor_verification/error/meta/session_id'),
      ),
      load(),
      back(),
    ],
  }),
  scenario('back from a provider, and the user of a sign-up is signed in already', {
    ...signedIn,
    steps: [
      both(
        having(account('unverified', 'identifier_already_signed_in', {})),
        copied('sign_up/verifications/external_account/error/meta/session_id'),
      ),
      load(),
      back(),
    ],
  }),
  scenario('back from a provider with a task to do', {
    ...signedIn,
    steps: [
      patched(
        '/client',
        { op: 'add', path: '/response/sessions/0/tasks', value: [{ key: 'setup-mfa' }] },
        { op: 'replace', path: '/response/sessions/0/status', value: 'pending' },
      ),
      load({ routerPush: callback('push'), routerReplace: callback('replace') }),
      back(),
    ],
  }),
  ...['the sign-in has a challenge', 'the sign-up has a challenge'].map(state =>
    scenario(`${state}, which is met`, {
      steps: [
        visiting(STATES[state]),
        load(),
        call('__internal_resumeAfterProtectCheck', {}, go),
        call('__internal_resumeAfterProtectCheck', pagesOf, go),
      ],
    }),
  ),
  scenario('back from a provider to a component', {
    steps: [
      visiting(STATES['a second factor is next']),
      load(),
      call('handleRedirectCallback', { __internal_navigate: callback('inside') }),
      call('handleRedirectCallback', { __internal_navigate: callback('inside') }, go),
      ...['signIn', 'signUp'].flatMap(name => [
        call('__internal_handleResourceCallback', at(`client.${name}`), { __internal_navigate: callback('inside') }),
        call(
          '__internal_handleResourceCallback',
          at(`client.${name}`),
          { ...pagesOf, __internal_navigate: callback('inside') },
          go,
        ),
      ]),
    ],
  }),
  scenario('back from a provider to a component that goes on by itself', {
    ...signedIn,
    steps: [
      both(having({ sign_in: signInOf({ status: 'complete' }) }), copied('sign_in/created_session_id')),
      load(),
      back({ __internal_navigateOnSetActive: callback('goes on'), signInFallbackRedirectUrl: '/in' }),
    ],
  }),
  ...[undefined, false].map(transferable =>
    scenario(`a sign-in goes on as a sign-up${transferable === false ? ' that nobody wants' : ''}`, {
      ...google,
      steps: [
        visiting(STATES['nothing has begun']),
        load(),
        answer('/client/sign_ups', signUpOf({ missing_fields: ['username'] })),
        back({ continuation: 'transfer_to_sign_up', transferable }),
      ],
    }),
  ),
  scenario('what One Tap has made goes on', {
    steps: [
      visiting(STATES['a second factor is next']),
      load(),
      call('handleGoogleOneTapCallback', at('client.signIn'), {}, go),
      call('handleGoogleOneTapCallback', at('client.signUp'), {}, go),
    ],
  }),
];

const link = query => ({ url: `?${query}` });
const verified = callback('verified elsewhere');
const followed = { redirectUrl: '/next', redirectUrlComplete: '/done', onVerifiedOnOtherDevice: verified };
const follow = (params = followed) => call('handleEmailLinkVerification', params, go);

const links = [
  ...['expired', 'client_mismatch', 'failed', 'unheard-of', 'transferable'].map(status =>
    scenario(`a link of an e-mail: ${status}`, {
      ...link(`__clerk_status=${status}`),
      steps: [load(), follow(), follow({})],
    }),
  ),
  scenario('a page that no link led to', { steps: [load(), follow()] }),
  scenario('a link before load', { ...link('__clerk_status=verified'), steps: [follow()] }),
  scenario('a link that was asked for elsewhere', {
    ...link('__clerk_status=verified&__clerk_created_session=sess_9'),
    steps: [load(), follow(), follow({})],
  }),
  scenario('a link, and something is missing', {
    ...link('__clerk_status=verified&__clerk_created_session=sess_9'),
    steps: [
      visiting(STATES['a second factor is next']),
      load(),
      follow(),
      follow({}),
      call('handleEmailLinkVerification', { redirectUrl: '/page' }),
    ],
  }),
  scenario('a link of a sign-up, and something is missing', {
    ...link('__clerk_status=verified&__clerk_created_session=sess_9'),
    steps: [visiting({ sign_up: signUpOf({ missing_fields: ['username'] }) }), load(), follow()],
  }),
];

const ADDRESS = '0x2c7536e3605d9c16a7a3d7b1898e529396a65c23';
const wallet = {
  settings: { web3_wallets: ['web3_metamask_signature', 'web3_okx_wallet_signature'] },
  users: [{ ...ada, web3_wallets: [ADDRESS] }],
};
const connected = set('window.ethereum', { request: { $function: 'request', returns: [ADDRESS] } });

const wallets = [
  scenario('a wallet, and its signature is none', {
    ...wallet,
    steps: [load(), connected, call('authenticateWithMetamask'), call('authenticateWithOKXWallet', {})],
  }),
  scenario('a wallet that nobody has signs up, and its signature is none', {
    ...wallet,
    users: [ada],
    steps: [
      load(),
      connected,
      call('authenticateWithWeb3', { strategy: 'web3_metamask_signature', unsafeMetadata: { a: 1 } }),
    ],
  }),
  scenario('a wallet, and a second factor is next', {
    ...wallet,
    steps: [
      load(),
      connected,
      answer('/client/sign_ins/*/attempt_first_factor', signInOf({ status: 'needs_second_factor' })),
      call('authenticateWithMetamask', { customNavigate: go }),
    ],
  }),
  scenario('a wallet, and a challenge is next', {
    ...wallet,
    steps: [
      load(),
      connected,
      answer(
        '/client/sign_ins/*/attempt_first_factor',
        signInOf({ status: 'needs_protect_check', protect_check: check }),
      ),
      call('authenticateWithWeb3', {
        strategy: 'web3_metamask_signature',
        customNavigate: go,
        protectCheckUrl: '/check',
      }),
    ],
  }),
  scenario('a wallet signs up, and something is missing', {
    ...wallet,
    users: [ada],
    steps: [
      load(),
      connected,
      answer(
        '/client/sign_ups/*/attempt_verification',
        signUpOf({ missing_fields: ['username'], verifications: { web3_wallet: verification('verified') } }),
      ),
      call('authenticateWithMetamask', { customNavigate: go, signUpContinueUrl: '/more' }),
    ],
  }),
  scenario('a wallet signs up, and a challenge is next', {
    ...wallet,
    users: [ada],
    steps: [
      load(),
      connected,
      answer(
        '/client/sign_ups/*/attempt_verification',
        signUpOf({
          protect_check: check,
          missing_fields: ['protect_check'],
          verifications: { web3_wallet: verification('verified') },
        }),
      ),
      call('authenticateWithMetamask', { customNavigate: go, signUpContinueUrl: '/more' }),
    ],
  }),
  scenario('a wallet before load', {
    steps: [connected, call('authenticateWithWeb3', { strategy: 'web3_metamask_signature' })],
  }),
  scenario('One Tap with a token that is none', {
    ...google,
    steps: [load(), call('authenticateWithGoogleOneTap', { token: 'none' })],
  }),
  scenario('One Tap of nobody signs up', {
    ...google,
    steps: [
      load(),
      fault('/client/sign_ins', {
        times: 1,
        status: 422,
        body: JSON.stringify({ errors: [{ code: 'external_account_not_found', message: 'No.', long_message: 'No.' }] }),
      }),
      call('authenticateWithGoogleOneTap', { token: 'none', legalAccepted: true }),
      get('client.signUp.id'),
    ],
  }),
];

export const scenarios = [...leads, ...sessionless, ...complete, ...transfers, ...others, ...links, ...wallets];
