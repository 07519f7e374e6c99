// What a user and an organization do: each method on its documented answer. The emulator has few of these routes, so most answers are given here.
import {
  ada, at, call, codeFor, fault, get, keep, listen, load, patched, same, scenario, undefinedValue, whole,
} from '../language.mjs';
import * as rich from './rich.mjs';

const then = 1_763_000_000_000;
const dates = { created_at: then, updated_at: then + 1 };

/** The next answer of a call. */
const says = (method, path, response, client = null) => fault(path, { method, times: 1, body: JSON.stringify({ response, client }) });
const deleted = (object, id) => ({ object, id, deleted: true });
const page = (...data) => ({ data, total_count: 40 + data.length });

/** A rich user, and what of it the steps begin at. */
const account = (name, steps, options) => scenario(name, {
  signedIn: [ada],
  steps: [
    patched('/client', ...rich.richly({ session: { ...rich.session, actor: null, tasks: null } })), load(),
    keep('user', 'user'), keep('organization', 'organization'), ...steps,
  ],
  ...options,
});

const user = (method, ...args) => call(`kept.user.${method}`, ...args);
const organization = (method, ...args) => call(`kept.organization.${method}`, ...args);
const its = (what, method, ...args) => [keep(what, 'it'), call(`kept.it.${method}`, ...args)];
const result = path => whole(`kept.result${path}`);
const isIt = same('kept.result', 'kept.it');

const ME = '/me';
const ORGANIZATION = '/organizations/org_1';

const users = [
  account('a user is changed', [
    says('PATCH', ME, { ...rich.user, first_name: 'Grace', last_name: 'Hopper' }), user('update', { firstName: 'Grace', lastName: 'Hopper', primaryEmailAddressId: 'idn_1' }),
    same('kept.result', 'kept.user'), get('kept.user.fullName'),
  ]),
  account('a user is changed, and refused', [
    fault(ME, { times: 1, status: 422 }), user('update', { username: 'x' }), get('kept.user.username'),
    user('update', {}), user('update', { firstName: null, lastName: undefinedValue }),
  ]),
  account('a user\'s metadata is replaced', [
    says('GET', ME, { ...rich.user, unsafe_metadata: { a: 1, b: { c: [1, 2], d: { e: 'f' } }, g: null } }),
    says('PATCH', `${ME}/metadata`, { ...rich.user, unsafe_metadata: { b: 1 } }),
    user('update', { unsafeMetadata: { b: { c: [1], d: { e: 'f' } }, g: null, innerKey: { innerKey: 'ü' } } }), get('kept.user.unsafeMetadata'),
  ]),
  account('a user\'s metadata is replaced, and more', [
    says('PATCH', ME, rich.user), says('PATCH', `${ME}/metadata`, rich.user), user('update', { firstName: 'Ada', unsafeMetadata: { 'kebab-key': false } }),
    says('PATCH', ME, rich.user), user('update', { firstName: 'Ada', unsafeMetadata: { 'kebab-key': true } }),
    says('PATCH', `${ME}/metadata`, rich.user), user('updateMetadata', { unsafeMetadata: { a: null } }),
  ]),
  account('a user\'s password', [
    says('POST', `${ME}/change_password`, rich.user), user('updatePassword', { currentPassword: 'a', newPassword: 'b', signOutOfOtherSessions: true }),
    says('POST', `${ME}/remove_password`, { ...rich.user, password_enabled: false }), user('removePassword', { currentPassword: 'a' }), get('kept.user.passwordEnabled'),
  ]),
  account('a user is read again', [
    says('GET', ME, { ...rich.user, first_name: 'Grace' }), user('reload'), same('kept.result', 'kept.user'), get('kept.user.firstName'),
    says('GET', ME, rich.user), user('reload', { rotatingTokenNonce: 'nonce' }),
  ]),
  account('a user\'s picture', [
    says('POST', `${ME}/profile_image`, { object: 'image', id: 'img_1', name: 'a.png', public_url: 'https://img.clerk.com/a' }),
    user('setProfileImage', { file: 'data:image/png;base64,AA==' }), result(''),
    says('DELETE', `${ME}/profile_image`, deleted('image', 'img_1')), user('setProfileImage', { file: null }), result(''),
  ]),
  account('a user\'s sessions', [
    fault(`${ME}/sessions/active`, {
      method: 'GET', times: 1,
      body: JSON.stringify([{
        object: 'session', id: 'sess_9', status: 'active', expire_at: then, abandon_at: then, last_active_at: then, actor: null,
        latest_activity: {
          object: 'session_activity', id: 'act_1', device_type: 'Macintosh', browser_name: 'Firefox', browser_version: '130', country: 'AT', city: 'Wien',
          is_mobile: false, ip_address: '192.0.2.1',
        },
      }]),
    }),
    user('getSessions'), result('.0'), keep('kept.result.0', 'it'), user('getSessions'), same('kept.result.0', 'kept.it'),
    says('POST', `${ME}/sessions/sess_9/revoke`, { object: 'session', id: 'sess_9', status: 'revoked', expire_at: then, abandon_at: then, last_active_at: then, actor: null }),
    call('kept.it.revoke'), isIt, result('.status'),
  ]),
  account('sessions that cannot be listed', [fault(`${ME}/sessions/active`, { status: 422, times: 1 }), user('getSessions')], { differs: ['session-lists'] }),
  account('what a user adds', [
    says('POST', `${ME}/email_addresses/`, { ...rich.emailAddress, id: 'idn_9' }), user('createEmailAddress', { email: 'new@example.com' }), result(''),
    says('POST', `${ME}/phone_numbers/`, { ...rich.phoneNumber, id: 'idn_9' }), user('createPhoneNumber', { phoneNumber: '+4366012345678' }), result(''),
    says('POST', `${ME}/web3_wallets/`, { ...rich.wallet, id: 'idn_9' }), user('createWeb3Wallet', { web3Wallet: '0x52' }), result(''),
    says('POST', `${ME}/external_accounts`, { ...rich.externalAccount, id: 'eac_9' }),
    user('createExternalAccount', { strategy: 'oauth_google', redirectUrl: 'https://a.example/b', additionalScopes: ['x', 'y'], oidcPrompt: 'consent', oidcLoginHint: 'a' }),
    result(''),
  ], { differs: ['added-paths'] }),
  account('a user\'s second factors', [
    says('POST', `${ME}/totp`, { object: 'totp', id: 'totp_1', secret: 's', uri: 'otpauth://totp/a', verified: false, ...dates }), user('createTOTP'), result(''),
    says('POST', `${ME}/totp/attempt_verification`, { object: 'totp', id: 'totp_1', verified: true, backup_codes: ['a', 'b'], ...dates }),
    user('verifyTOTP', { code: '123456' }), result(''),
    says('POST', `${ME}/backup_codes/`, { object: 'backup_code', id: 'bc_1', codes: ['a', 'b'], ...dates }), user('createBackupCode'), result(''),
    says('DELETE', `${ME}/totp`, deleted('totp', 'totp_1')), user('disableTOTP'), result(''),
  ]),
  account('what organizations a user has', [
    says('GET', `${ME}/organization_memberships`, page(rich.membership)), user('getOrganizationMemberships', { initialPage: 2, pageSize: 3 }), result(''),
    says('GET', `${ME}/organization_invitations`, page({
      object: 'organization_invitation', id: 'orginv_1', email_address: 'ada@example.com', public_metadata: { a: 1 }, role: 'org:member', status: 'pending', ...dates,
      public_organization_data: { has_image: true, image_url: 'https://img.clerk.com/a', name: 'Lace', id: 'org_2', slug: null },
    })),
    user('getOrganizationInvitations', { status: 'pending' }), result(''), keep('kept.result.data.0', 'it'),
    says('POST', `${ME}/organization_invitations/orginv_1/accept`, {
      object: 'organization_invitation', id: 'orginv_1', email_address: 'ada@example.com', public_metadata: {}, role: 'org:member', status: 'accepted', ...dates,
      public_organization_data: { has_image: false, image_url: '', name: 'Lace', id: 'org_2', slug: 'lace' },
    }),
    call('kept.it.accept'), isIt, result(''),
    says('GET', `${ME}/organization_suggestions`, page({
      object: 'organization_suggestion', id: 'orgsug_1', status: 'pending', ...dates,
      public_organization_data: { has_image: true, image_url: 'https://img.clerk.com/a', name: 'Lace', id: 'org_2', slug: 'lace' },
    })),
    user('getOrganizationSuggestions', { status: ['pending', 'accepted'] }), result(''), keep('kept.result.data.0', 'it'),
    says('POST', `${ME}/organization_suggestions/orgsug_1/accept`, {
      object: 'organization_suggestion', id: 'orgsug_1', status: 'accepted', ...dates,
      public_organization_data: { has_image: true, image_url: 'https://img.clerk.com/a', name: 'Lace', id: 'org_2', slug: 'lace' },
    }),
    call('kept.it.accept'), isIt, result('.status'),
    says('DELETE', `${ME}/organization_memberships/org_2`, deleted('organization_membership', 'orgmem_2')), user('leaveOrganization', 'org_2'), result(''),
    says('GET', `${ME}/organization_creation_defaults`, {
      object: 'organization_creation_defaults', advisory: { code: 'organization_already_exists', severity: 'warning', meta: { organization_name: 'A' } },
      form: { name: 'Acme', slug: 'acme', logo: null, blur_hash: 'L0' },
    }),
    user('getOrganizationCreationDefaults'), result(''),
  ]),
  account('the enterprises of a user', [
    says('GET', `${ME}/enterprise_connections`, [connection()]), user('getEnterpriseConnections', { withOrganizationAccountLinking: true }), result(''),
    says('GET', `${ORGANIZATION}/enterprise_connections`, []), organization('getEnterpriseConnections'), result(''),
  ]),
  account('a user goes', [says('DELETE', ME, deleted('user', 'user_1')), user('delete')], { differs: ['deleted-users'] }),
  account('which of a user\'s identifications is the primary one', [
    ['emailAddresses', 'phoneNumbers', 'web3Wallets'].map(list => user('isPrimaryIdentification', { $get: `kept.user.${list}.0` })),
    user('isPrimaryIdentification', { $get: 'kept.user.emailAddresses.1' }),
  ].flat()),
];

function connection() {
  return {
    object: 'enterprise_connection', id: 'ec_1', name: 'Okta', active: true, provider: 'saml_okta', logo_public_url: null, domains: ['corp.example'],
    organization_id: 'org_1', sync_user_attributes: true, disable_additional_identifications: false, allow_organization_account_linking: true,
    custom_attributes: [], oauth_config: null,
    saml_connection: {
      id: 'saml_1', name: 'Okta', active: true, idp_entity_id: 'e', idp_sso_url: 'https://okta.example/sso', idp_certificate: 'c', idp_certificate_issued_at: 1,
      idp_certificate_expires_at: 2, idp_metadata_url: 'https://okta.example/m', idp_metadata: 'm', acs_url: 'https://a', sp_entity_id: 's', sp_metadata_url: 'https://s',
      allow_subdomains: true, allow_idp_initiated: false, force_authn: false,
    },
    ...dates,
  };
}

const identifications = [
  account('an email address', [
    keep('kept.user.emailAddresses.1', 'it'),
    says('POST', `${ME}/email_addresses/idn_4/prepare_verification`, { ...rich.emailAddress, id: 'idn_4' }), call('kept.it.prepareVerification', { strategy: 'email_code' }), isIt,
    result(''),
    says('POST', `${ME}/email_addresses/idn_4/attempt_verification`, { ...rich.emailAddress, id: 'idn_4' }), call('kept.it.attemptVerification', { code: '424242' }),
    says('GET', `${ME}/email_addresses/idn_4`, { ...rich.emailAddress, id: 'idn_4' }), call('kept.it.reload'), isIt,
    says('DELETE', `${ME}/email_addresses/idn_4`, deleted('email_address', 'idn_4')), call('kept.it.destroy'),
  ], { differs: ['deleted-resources'] }),
  account('an email address by a link', [
    keep('kept.user.emailAddresses.1', 'it'), says('POST', `${ME}/email_addresses/idn_4/prepare_verification`, { ...rich.emailAddress, id: 'idn_4' }),
    says('GET', `${ME}/email_addresses/idn_4`, { ...rich.emailAddress, id: 'idn_4' }),
    ...its('kept.user.emailAddresses.1', 'createEmailLinkFlow'), call('kept.result.startEmailLinkFlow', { redirectUrl: 'https://a.example/verify' }), result('.id'),
  ]),
  account('an email address at an enterprise', [
    keep('kept.user.emailAddresses.1', 'it'),
    says('POST', `${ME}/email_addresses/idn_4/prepare_verification`, { ...rich.emailAddress, id: 'idn_4', verification: rich.failed }),
    says('GET', `${ME}/email_addresses/idn_4`, { ...rich.emailAddress, id: 'idn_4' }),
    call('kept.it.createEnterpriseSSOLinkFlow'), call('kept.result.startEnterpriseSSOLinkFlow', { redirectUrl: 'https://a.example/verify' }), result('.id'),
  ]),
  account('a phone number', [
    keep('kept.user.phoneNumbers.0', 'it'),
    says('POST', `${ME}/phone_numbers/idn_2/prepare_verification`, rich.phoneNumber), call('kept.it.prepareVerification'), isIt,
    says('POST', `${ME}/phone_numbers/idn_2/attempt_verification`, rich.phoneNumber), call('kept.it.attemptVerification', { code: '424242' }),
    says('PATCH', `${ME}/phone_numbers/idn_2`, rich.phoneNumber), call('kept.it.setReservedForSecondFactor', { reserved: false }),
    says('PATCH', `${ME}/phone_numbers/idn_2`, rich.phoneNumber), call('kept.it.makeDefaultSecondFactor'),
    says('DELETE', `${ME}/phone_numbers/idn_2`, deleted('phone_number', 'idn_2')), call('kept.it.destroy'),
  ], { differs: ['deleted-resources'] }),
  account('a wallet', [
    keep('kept.user.web3Wallets.0', 'it'),
    says('POST', `${ME}/web3_wallets/idn_3/prepare_verification`, rich.wallet), call('kept.it.prepareVerification', { strategy: 'web3_metamask_signature' }),
    says('POST', `${ME}/web3_wallets/idn_3/attempt_verification`, rich.wallet), call('kept.it.attemptVerification', { signature: '0x1', strategy: 'web3_metamask_signature' }), isIt,
    says('DELETE', `${ME}/web3_wallets/idn_3`, deleted('web3_wallet', 'idn_3')), call('kept.it.destroy'),
  ], { differs: ['deleted-resources'] }),
  account('an account at a provider', [
    keep('kept.user.externalAccounts.0', 'it'), call('kept.it.providerSlug'), call('kept.it.providerTitle'), call('kept.it.accountIdentifier'),
    says('PATCH', `${ME}/external_accounts/eac_1/reauthorize`, rich.externalAccount),
    call('kept.it.reauthorize', { additionalScopes: ['a', 'b'], redirectUrl: '/b', oidcPrompt: 'consent' }), isIt, result(''),
    says('DELETE', `${ME}/external_accounts/eac_1`, deleted('external_account', 'eac_1')), call('kept.it.destroy'),
  ], { differs: ['deleted-resources'] }),
  account('an account at an enterprise', [
    says('DELETE', `${ME}/enterprise_accounts/idn_6`, deleted('enterprise_account', 'idn_6')), its('kept.user.enterpriseAccounts.0', 'destroy'),
  ], { differs: ['deleted-resources'] }),
  account('a passkey', [
    keep('kept.user.passkeys.0', 'it'), says('PATCH', `${ME}/passkeys/passkey_1`, { ...rich.passkey, name: 'Phone' }), call('kept.it.update', { name: 'Phone' }), isIt, result('.name'),
    says('DELETE', `${ME}/passkeys/passkey_1`, deleted('passkey', 'passkey_1')), call('kept.it.delete'), result(''),
  ]),
];

const invitation = { object: 'organization_invitation', id: 'orginv_1', email_address: 'g@example.com', organization_id: 'org_1', public_metadata: { a: 1 }, role: 'org:member', role_name: 'Member', status: 'pending', ...dates };
const request = { object: 'organization_membership_request', id: 'orgreq_1', organization_id: 'org_1', status: 'pending', public_user_data: rich.publicUserData, ...dates };
const domain = {
  object: 'organization_domain', id: 'orgdmn_1', name: 'example.com', organization_id: 'org_1', enrollment_mode: 'manual_invitation', affiliation_email_address: null,
  total_pending_invitations: 1, total_pending_suggestions: 2, verification: { status: 'unverified', strategy: 'email_code', attempts: 1, expires_at: then },
  ownership_verification: { status: 'unverified', strategy: 'txt', attempts: null, expire_at: then, verified_at: null, txt_record_name: 'n', txt_record_value: 'v' }, ...dates,
};
const role = {
  object: 'role', id: 'role_1', key: 'org:admin', name: 'Admin', description: 'All', ...dates,
  permissions: [{ object: 'permission', id: 'perm_1', key: 'org:sys_profile:manage', name: 'Manage', description: 'it', type: 'system', ...dates }],
};

const organizations = [
  account('an organization is made and read', [
    says('POST', '/organizations', { ...rich.organization, id: 'org_9' }), call('createOrganization', { name: 'Lace', slug: 'lace' }), result(''),
    says('GET', '/organizations/org_9', { ...rich.organization, id: 'org_9' }), call('getOrganization', 'org_9'), result(''),
    says('PATCH', '/organizations/org_9', { ...rich.organization, id: 'org_9', name: 'Looms' }), keep('kept.result', 'it'), call('kept.it.update', { name: 'Looms' }), isIt, result('.name'),
  ]),
  account('an organization is refused', [fault('/organizations', { status: 422, times: 1 }), call('createOrganization', { name: '' }), fault(ORGANIZATION, { status: 404, times: 1 }), call('getOrganization', 'org_1')]),
  account('an organization is changed, read again and deleted', [
    says('PATCH', ORGANIZATION, { ...rich.organization, name: 'Looms' }), organization('update', { name: 'Looms', slug: 'looms' }), same('kept.result', 'kept.organization'),
    get('kept.organization.name'), says('GET', ORGANIZATION, rich.organization), organization('reload'), same('kept.result', 'kept.organization'), result('.name'),
    says('PUT', `${ORGANIZATION}/logo`, rich.organization), organization('setLogo', { file: 'data:image/png;base64,AA==' }), result(''),
    says('DELETE', `${ORGANIZATION}/logo`, { ...rich.organization, has_image: false }), organization('setLogo', { file: null }), result('.hasImage'),
    says('DELETE', ORGANIZATION, deleted('organization', 'org_1')), organization('destroy'),
  ], { differs: ['deleted-resources'] }),
  account('the members of an organization', [
    says('GET', `${ORGANIZATION}/memberships`, page(rich.membership)), organization('getMemberships', { initialPage: 2, pageSize: 5, role: ['org:admin', 'org:member'], query: 'ü &' }),
    result(''), keep('kept.result.data.0', 'it'),
    says('PATCH', `${ORGANIZATION}/memberships/user_1`, { ...rich.membership, role: 'org:member' }), call('kept.it.update', { role: 'org:member' }), isIt, result(''),
    says('POST', `${ORGANIZATION}/memberships`, rich.membership), organization('addMember', { userId: 'user_2', role: 'org:member' }), result(''),
    says('PATCH', `${ORGANIZATION}/memberships/user_2`, rich.membership), organization('updateMember', { userId: 'user_2', role: 'org:admin' }), result(''),
    says('DELETE', `${ORGANIZATION}/memberships/user_2`, rich.membership), organization('removeMember', 'user_2'), result(''),
  ]),
  account('a membership ends', [
    keep('kept.user.organizationMemberships.0', 'it'), says('DELETE', `${ORGANIZATION}/memberships/user_1`, rich.membership), call('kept.it.destroy'),
  ], { differs: ['ended-memberships'] }),
  account('the invitations of an organization', [
    says('GET', `${ORGANIZATION}/invitations`, page(invitation)), organization('getInvitations', { status: ['pending', 'revoked'] }), result(''), keep('kept.result.data.0', 'it'),
    says('POST', `${ORGANIZATION}/invitations/orginv_1/revoke`, { ...invitation, status: 'revoked' }), call('kept.it.revoke'), isIt, result('.status'),
    says('POST', `${ORGANIZATION}/invitations`, invitation), organization('inviteMember', { emailAddress: 'g@example.com', role: 'org:member' }), result(''),
    says('POST', `${ORGANIZATION}/invitations/bulk`, [invitation]), organization('inviteMembers', { emailAddresses: ['g@example.com', 'h@example.com'], role: 'org:member' }), result('.0'),
  ]),
  account('who wants to be in an organization', [
    says('GET', `${ORGANIZATION}/membership_requests`, page(request)), organization('getMembershipRequests', { status: 'pending' }), result(''), keep('kept.result.data.0', 'it'),
    says('POST', `${ORGANIZATION}/membership_requests/orgreq_1/accept`, { ...request, status: 'accepted' }), call('kept.it.accept'), isIt, result('.status'),
    says('POST', `${ORGANIZATION}/membership_requests/orgreq_1/reject`, { ...request, status: 'revoked' }), call('kept.it.reject'), result('.status'),
  ]),
  account('the roles of an organization', [
    says('GET', `${ORGANIZATION}/roles`, { ...page(role), has_role_set_migration: true }), organization('getRoles'), result(''),
  ]),
  account('the domains of an organization', [
    says('GET', `${ORGANIZATION}/domains`, page(domain)), organization('getDomains', { enrollmentMode: 'manual_invitation', pageSize: 4 }), result(''), keep('kept.result.data.0', 'it'),
    says('GET', `${ORGANIZATION}/domains/orgdmn_1`, domain), organization('getDomain', { domainId: 'orgdmn_1' }), result(''),
    says('POST', `${ORGANIZATION}/domains`, domain), organization('createDomain', 'example.com', { enrollmentMode: 'enterprise_sso' }), result('.id'),
    says('POST', `${ORGANIZATION}/domains`, domain), organization('createDomain', 'example.com'),
    says('POST', `${ORGANIZATION}/domains/orgdmn_1/prepare_affiliation_verification`, domain), call('kept.it.prepareAffiliationVerification', { affiliationEmailAddress: 'a@example.com' }), isIt,
    says('POST', `${ORGANIZATION}/domains/orgdmn_1/attempt_affiliation_verification`, { ...domain, affiliation_verification: domain.verification }),
    call('kept.it.attemptAffiliationVerification', { code: '1' }), result(''),
    says('POST', `${ORGANIZATION}/domains/orgdmn_1/update_enrollment_mode`, domain), call('kept.it.updateEnrollmentMode', { enrollmentMode: 'automatic_invitation', deletePending: true }),
    says('POST', `${ORGANIZATION}/domains/prepare_ownership_verification/bulk`, { data: [domain], errors: [{ id: 'orgdmn_2', code: 'not_found' }] }),
    organization('prepareOwnershipVerification', ['orgdmn_1', 'orgdmn_2']), result(''),
    says('POST', `${ORGANIZATION}/domains/attempt_ownership_verification/bulk`, { data: [], errors: null }), organization('attemptOwnershipVerification', ['orgdmn_1']), result(''),
    says('DELETE', `${ORGANIZATION}/domains/orgdmn_1`, deleted('organization_domain', 'orgdmn_1')), call('kept.it.delete'),
  ], { differs: ['organization-domains'] }),
];

/** On the emulator's own routes: what comes along with the answers counts too. */
const lived = (name, steps, options) => scenario(name, {
  signedIn: [ada], settings: { organizations: { enabled: true } }, steps: [load(), keep('user', 'user'), listen('all'), ...steps], ...options,
});
const made = [call('createOrganization', { name: 'Engines' }), keep('kept.result', 'organization')];

const lives = [
  lived('a user is renamed on a server', [
    user('update', { firstName: 'Augusta', username: null }), same('kept.result', 'kept.user'), get('user.firstName'), user('update', { unsafeMetadata: { a: { b: 1 } } }),
    user('updateMetadata', { unsafeMetadata: { a: { c: 2 } } }), get('user.unsafeMetadata'), user('reload'), get('kept.user.firstName'),
  ]),
  lived('an address is added on a server', [
    user('createEmailAddress', { email: 'new@example.com' }), keep('kept.result', 'it'), call('kept.it.prepareVerification', { strategy: 'email_code' }),
    call('kept.it.attemptVerification', { code: '000000' }), call('kept.it.attemptVerification', { code: codeFor('new@example.com') }), get('kept.it.verification.status'),
    user('update', { primaryEmailAddressId: at('kept.it.id') }), get('user.primaryEmailAddress.emailAddress'), call('kept.it.destroy'), get('user.emailAddresses.length'),
  ]),
  lived('a phone is added on a server', [
    user('createPhoneNumber', { phoneNumber: '+15555550100' }), keep('kept.result', 'it'), call('kept.it.prepareVerification'),
    call('kept.it.attemptVerification', { code: codeFor('+15555550100') }), call('kept.it.setReservedForSecondFactor', { reserved: true }), get('kept.it.backupCodes.length'),
    call('kept.it.makeDefaultSecondFactor'), get('user.twoFactorEnabled'),
  ]),
  lived('passwords and sessions on a server', [
    user('updatePassword', { currentPassword: 'wrong', newPassword: 'another-horse-battery' }),
    user('updatePassword', { currentPassword: ada.password, newPassword: 'another-horse-battery', signOutOfOtherSessions: true }),
    user('getSessions'), whole('kept.result.0.latestActivity'), get('kept.result.length'),
  ]),
  lived('a user is deleted on a server', [user('delete'), get('session')]),
  lived('an organization lives on a server', [
    ...made, call('setActive', { organization: at('kept.organization.id') }), get('organization.name'), organization('update', { name: 'Looms', slug: 'looms' }),
    get('organization.name'), organization('getMemberships'), whole('kept.result.data.0.publicUserData'), organization('inviteMember', { emailAddress: 'grace@example.com', role: 'org:member' }),
    keep('kept.result', 'it'), organization('getInvitations'), get('kept.result.total_count'), call('kept.it.revoke'), get('kept.it.status'),
    organization('inviteMembers', { emailAddresses: ['grace@example.com', 'mary@example.com'], role: 'org:member' }), get('kept.result.length'),
    organization('removeMember', 'user_nobody'), organization('destroy'), get('organization'), user('getOrganizationMemberships'), get('kept.result.total_count'),
  ]),
  lived('an organization is left on a server', [
    ...made, user('getOrganizationMemberships'), keep('kept.result.data.0', 'it'), call('kept.it.update', { role: 'org:member' }),
    user('leaveOrganization', at('kept.organization.id')), call('createOrganization', { name: '' }), call('getOrganization', 'org_none'),
  ]),
];

export const scenarios = [...users, ...identifications, ...organizations, ...lives];
