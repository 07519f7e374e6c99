// The methods of what a user is identified by: addresses, numbers, wallets, accounts elsewhere, passkeys.

import { deleted, itself, nothing } from './answer.js';
import { DELETE, inFull, only, own, PARAMS, PATCH, POST } from './row.js';

/** @import { Row } from './row.js' */

/** Sends what the resource itself shows. */
const create = names => ({ method: POST, path: own(), tells: only(names), gives: itself });
const prepareVerification = {
  method: POST,
  takes: PARAMS,
  path: own('/prepare_verification'),
  body: inFull,
  isShared: true,
  gives: itself,
};
const attemptVerification = names => ({
  method: POST,
  takes: PARAMS,
  path: own('/attempt_verification'),
  body: only(names),
  gives: itself,
});
const destroy = { method: DELETE, path: own(), gives: nothing };

const asSecondFactor = (body, takes) => ({ method: PATCH, takes, path: own(), body, gives: itself });

/** @satisfies {Record<string, Row>} */
export const EmailAddress = {
  create: create('emailAddress'),
  prepareVerification,
  attemptVerification: attemptVerification('code'),
  destroy,
};

/** @satisfies {Record<string, Row>} */
export const PhoneNumber = {
  create: create('phoneNumber'),
  prepareVerification: { ...prepareVerification, takes: undefined, body: () => ({ strategy: 'phone_code' }) },
  attemptVerification: attemptVerification('code'),
  setReservedForSecondFactor: asSecondFactor(only('reserved>reserved_for_second_factor'), PARAMS),
  makeDefaultSecondFactor: asSecondFactor(() => ({ default_second_factor: true })),
  destroy,
};

/** @satisfies {Record<string, Row>} */
export const Web3Wallet = {
  create: create('web3Wallet'),
  prepareVerification,
  attemptVerification: attemptVerification('signature'),
  destroy,
};

/** @satisfies {Record<string, Row>} */
export const ExternalAccount = {
  reauthorize: {
    method: PATCH,
    takes: PARAMS,
    path: own('/reauthorize'),
    body: only('additionalScopes>additional_scope redirectUrl oidcPrompt oidcLoginHint'),
    gives: itself,
  },
  destroy,
};

/** @satisfies {Record<string, Row>} */
export const EnterpriseAccount = { destroy };

/** @satisfies {Record<string, Row>} */
export const Passkey = {
  update: { method: PATCH, takes: PARAMS, path: own(), body: inFull, gives: itself },
  delete: { method: DELETE, path: own(), gives: deleted },
};
