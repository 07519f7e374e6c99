// Attempts as the Frontend API tells them, and a Clerk object that has one.

import { client as json, jwt, loaded, session } from './fapi.mjs';

const factors = [
  { strategy: 'password' },
  { strategy: 'email_code', email_address_id: 'idn_1', safe_identifier: 'other@example.com', primary: true },
  { strategy: 'email_code', email_address_id: 'idn_2', safe_identifier: 'me@example.com' },
  { strategy: 'email_link', email_address_id: 'idn_2', safe_identifier: 'me@example.com' },
  { strategy: 'phone_code', phone_number_id: 'idn_3', safe_identifier: '+4312345' },
  { strategy: 'reset_password_email_code', email_address_id: 'idn_1', safe_identifier: 'other@example.com' },
  { strategy: 'reset_password_phone_code', phone_number_id: 'idn_3', safe_identifier: '+4312345' },
  { strategy: 'web3_metamask_signature', web3_wallet_id: 'idn_4' },
  { strategy: 'web3_coinbase_wallet_signature', web3_wallet_id: 'idn_5' },
  { strategy: 'passkey' },
];

export const signIn = (more = {}) => ({
  object: 'sign_in_attempt',
  id: 'sia_1',
  status: 'needs_first_factor',
  identifier: 'me@example.com',
  supported_first_factors: factors,
  supported_second_factors: [
    { strategy: 'phone_code', phone_number_id: 'idn_3', safe_identifier: '+4312345' },
    { strategy: 'email_code', email_address_id: 'idn_1', safe_identifier: 'me@example.com' },
    { strategy: 'totp' },
  ],
  first_factor_verification: null,
  second_factor_verification: null,
  created_session_id: null,
  ...more,
});

export const signUp = (more = {}) => ({
  object: 'sign_up_attempt',
  id: 'sua_1',
  status: 'missing_requirements',
  missing_fields: [],
  required_fields: [],
  verifications: null,
  ...more,
});

/** What a session is asked when it becomes current. */
export const active = {
  'POST /client/sessions/sess_1/touch': { response: session('sess_1') },
  'POST /client/sessions/sess_1/tokens': () => ({ jwt: jwt() }),
};

/** What comes with every attempt: it is the answer to all of its calls. */
export async function withAttempt({ has = {}, answer, answers = {}, sessions = [] } = {}) {
  const paths = [
    '',
    '/prepare_first_factor',
    '/attempt_first_factor',
    '/prepare_second_factor',
    '/attempt_second_factor',
    '/reset_password',
  ];
  const upPaths = ['', '/prepare_verification', '/attempt_verification'];
  const given = (body, given) => () => ({ response: given ?? body(), client: null });
  const all = {
    'POST /client/sign_ins': given(signIn, answer),
    'GET /client/sign_ins/sia_1': given(signIn, answer),
    ...Object.fromEntries(paths.map(path => [`POST /client/sign_ins/sia_1${path}`, given(signIn, answer)])),
    'PATCH /client/sign_ins/sia_1/protect_check': given(signIn, answer),
    'POST /client/sign_ups': given(signUp, answer),
    'GET /client/sign_ups/sua_1': given(signUp, answer),
    'PATCH /client/sign_ups/sua_1': given(signUp, answer),
    ...Object.fromEntries(upPaths.map(path => [`POST /client/sign_ups/sua_1${path}`, given(signUp, answer)])),
    'PATCH /client/sign_ups/sua_1/protect_check': given(signUp, answer),
    ...answers,
  };
  const built = await loaded(json(sessions, has), all);
  return { ...built, sent: () => built.requests.map(({ call, body }) => (body ? `${call} ${body}` : call)) };
}
