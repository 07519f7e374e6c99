// Resources that only these methods give: their rows, written as those of `src/model/view.rs`, which explains them.

import { tools } from '../flows/tools.js';

const at = path => `${path}:=:pathRoot:;`;
const id = 'id:s::;';
const dates = 'created_at:d::;updated_at:d::;';
const nullableDates = 'created_at:D::;updated_at:D::;';
const named = 'key:s::;name:s::;description:s::;';
const verification = 'status:::;strategy:::;';

const nouns = {
  OrganizationInvitation:
    at('') +
    id +
    'email_address:s::;organization_id:s::;public_metadata:o::;status:s::;role:s::;role_name:s::;' +
    dates,
  OrganizationMembershipRequest:
    at('') + id + 'organization_id:s::;status:s::;public_user_data:1PublicUserData::;' + dates,
  OrganizationDomain:
    at('') +
    id +
    'name:s::;organization_id:s::;enrollment_mode:s::;affiliation_email_address:n::;' +
    'total_pending_invitations:z::;total_pending_suggestions:z::;' +
    'affiliation_verification:?AffiliationVerificationData::verification;' +
    'affiliation_verification:?AffiliationVerificationData:verification:verification;' +
    'ownership_verification:?OwnershipVerificationData::;' +
    dates,
  AffiliationVerificationData: verification + 'attempts:z::;expires_at:d::;',
  OwnershipVerificationData:
    verification + 'attempts:n::;expire_at:D:expiresAt:;verified_at:D::;txt_record_name:n::;txt_record_value:n::;',
  OrganizationSuggestion: at('') + id + 'public_organization_data:1PublicOrganizationData::;status:s::;' + dates,
  UserOrganizationInvitation:
    at('') +
    id +
    'email_address:s::;public_organization_data:1PublicOrganizationData::;public_metadata:o::;status:s::;role:s::;' +
    dates,
  PublicOrganizationData: 'has_image:f::;image_url:s::;name:s::;' + id + 'slug:n::;',
  SessionWithActivities:
    at('/me/sessions') +
    id +
    'status:s::;expire_at:d::;abandon_at:d::;last_active_at:d::;latest_activity:1SessionActivity::;actor:n::;',
  Image: at('') + 'id:u::;name:n::;public_url:n::;',
  TOTP: at('/me') + id + 'secret:u::;uri:u::;verified:f::;backup_codes:u::;' + nullableDates,
  BiometricCredential:
    '/me/biometric_credentials:=:pathRoot:trusted_device;' +
    id +
    'platform:s::;app_identifier:s::;name:n::;algorithm:s::;status:s::;last_used_at:D::;revoked_at:D::;' +
    dates,
  BackupCode: at('/me') + id + 'codes:a::;' + nullableDates,
  Role: at('') + id + named + 'permissions:*Permission::;' + dates,
  Permission: at('') + id + named + 'type:s::;' + dates,
  OrganizationCreationDefaults: at('') + 'advisory:n::;form:1OrganizationCreationData::;',
  OrganizationCreationData: 'name:s::;slug:s::;logo:N::;blur_hash:N::;',
  EnterpriseConnection:
    at('') +
    id +
    'name:s::;active:f::;provider:s::;logo_public_url:n::;domains:a::;organization_id:n::;sync_user_attributes:f::;' +
    'disable_additional_identifications:f::;allow_organization_account_linking:f::;custom_attributes:a::;' +
    'oauth_config:?EnterpriseOAuthData::;saml_connection:?EnterpriseSamlData::;' +
    nullableDates,
  EnterpriseSamlData:
    'id:s::;name:s::;active:f::;idp_entity_id:s::;idp_sso_url:s::;idp_certificate:s::;idp_certificate_issued_at:z::;' +
    'idp_certificate_expires_at:z::;idp_certificates:*EnterpriseSamlCertificateData::;idp_metadata_url:s::;idp_metadata:s::;acs_url:s::;' +
    'sp_entity_id:s::;sp_metadata_url:s::;allow_subdomains:f::;allow_idp_initiated:f::;force_authn:f::;',
  EnterpriseSamlCertificateData: 'certificate:s::;issued_at:n::;expires_at:n::;',
  EnterpriseOAuthData:
    'id:s::;name:s::;client_id:s::;provider_key:u::;redirect_uri:u::;discovery_url:u::;auth_url:u::;token_url:u::;user_info_url:u::;' +
    'logo_public_url:u::;requires_pkce:u::;' +
    nullableDates,
};

/** Tells `resource.js` of all of them, and of the names of their methods. */
export function defineNouns(tables) {
  for (const [name, rows] of Object.entries(nouns)) {
    const methods = Object.keys(tables[name] ?? {});
    tools.define(name, rows, methods.length ? tools.accounts(name, methods.join(' ')) : {});
  }
}
