// The methods of users, and of what only they are given.

import { deleted, itself, list, one, page } from './answer.js';
import { enterpriseConnections } from './enterprise.js';
import { at, DELETE, ID, inFull, OPTIONS, only, own, PARAMS, PATCH, POST, paged } from './row.js';
import { uploaded } from './upload.js';

/** @import { Row } from './row.js' */

const me =
  (action = '') =>
  () =>
    '/me' + action;

const changes = { method: POST, takes: PARAMS, body: inFull, gives: itself };

/** A list of what a user has, page by page. */
const pageOf = (noun, name, search = paged) => ({ takes: OPTIONS, path: me('/' + name), search, gives: page(noun) });

/** Something that the user did not have before. */
const added = (noun, name, body) => ({
  method: POST,
  takes: PARAMS,
  path: me(`/${name}`),
  body: only(body),
  gives: one(noun),
});

/** A public key goes out as text. */
const withKey = ({ publicKeyJwk, ...params }) => ({
  ...params,
  publicKeyJwk: typeof publicKeyJwk === 'string' ? publicKeyJwk : JSON.stringify(publicKeyJwk),
});

/** What a device has to sign. */
function challenge(json) {
  const { challenge, challenge_id, trusted_device_id, client_data, expires_at, algorithm } = json ?? {};
  return {
    challenge,
    challengeId: challenge_id,
    trustedDeviceId: trusted_device_id ?? null,
    clientData: client_data,
    expiresAt: expires_at ? new Date(expires_at * 1000) : null,
    algorithm,
  };
}

/** @satisfies {Record<string, Row>} */
export const User = {
  updateMetadata: { ...changes, method: PATCH, path: me('/metadata') },
  updatePassword: { ...changes, path: me('/change_password') },
  removePassword: { ...changes, path: me('/remove_password') },
  setProfileImage: uploaded(POST, me('/profile_image'), one('Image')),
  createEmailAddress: added('EmailAddress', 'email_addresses/', 'email>email_address'),
  createPhoneNumber: added('PhoneNumber', 'phone_numbers/', 'phoneNumber'),
  createWeb3Wallet: added('Web3Wallet', 'web3_wallets/', 'web3Wallet'),
  createExternalAccount: added(
    'ExternalAccount',
    'external_accounts',
    'strategy redirectUrl additionalScopes>additional_scope enterpriseConnectionId oidcPrompt oidcLoginHint',
  ),
  createTOTP: { method: POST, path: me('/totp'), gives: one('TOTP') },
  verifyTOTP: added('TOTP', 'totp/attempt_verification', 'code'),
  disableTOTP: { method: DELETE, path: me('/totp'), gives: deleted },
  createBackupCode: { method: POST, path: me('/backup_codes/'), gives: one('BackupCode') },
  __experimental_getBiometricCredentials: { path: me('/biometric_credentials'), gives: list('BiometricCredential') },
  __experimental_prepareBiometricCredential: {
    method: POST,
    takes: PARAMS,
    path: me('/biometric_credentials/prepare'),
    body: withKey,
    gives: challenge,
  },
  __experimental_attemptBiometricCredential: {
    method: POST,
    takes: PARAMS,
    path: me('/biometric_credentials/attempt'),
    body: withKey,
    gives: one('BiometricCredential'),
  },
  __experimental_revokeBiometricCredential: {
    method: DELETE,
    takes: ID,
    path: (_, id) => at`/me/biometric_credentials/${id}`,
    gives: one('BiometricCredential'),
  },
  getEnterpriseConnections: enterpriseConnections(me('/enterprise_connections')),
  leaveOrganization: {
    method: DELETE,
    takes: ID,
    path: (_, id) => at`/me/organization_memberships/${id}`,
    gives: deleted,
  },
  getOrganizationMemberships: pageOf('OrganizationMembership', 'organization_memberships', params =>
    paged({ ...params, paginated: true }),
  ),
  getOrganizationInvitations: pageOf('UserOrganizationInvitation', 'organization_invitations'),
  getOrganizationSuggestions: pageOf('OrganizationSuggestion', 'organization_suggestions'),
  getOrganizationCreationDefaults: {
    path: me('/organization_creation_defaults'),
    gives: one('OrganizationCreationDefaults'),
  },
};

const accepted = name => ({ method: POST, path: ({ id }) => at`/me/${name}/${id}/accept`, gives: itself });

/** @satisfies {Record<string, Row>} */
export const UserOrganizationInvitation = { accept: accepted('organization_invitations') };
/** @satisfies {Record<string, Row>} */
export const OrganizationSuggestion = { accept: accepted('organization_suggestions') };
/** @satisfies {Record<string, Row>} */
export const SessionWithActivities = {
  revoke: { method: POST, path: own('/revoke'), body: () => ({}), gives: itself },
};
