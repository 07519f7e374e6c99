// The methods of organizations, and of what only they have.

import { itself, list, nothing, one, page } from './answer.js';
import { enterpriseConnections } from './enterprise.js';
import { at, DELETE, ID, IDS, inFull, OPTIONS, only, own, PARAMS, PATCH, POST, PUT, paged, TEXT } from './row.js';
import { uploaded } from './upload.js';

/** @import { Row } from './row.js' */

const MEMBERSHIP = 'OrganizationMembership';
const INVITATION = 'OrganizationInvitation';
const DOMAIN = 'OrganizationDomain';

/** A path below an organization. */
const below =
  name =>
  ({ id }) =>
    at`/organizations/${id}/` + name;
const member = ({ id }, userId) => at`/organizations/${id}/memberships/${userId}`;

/** A page of what an organization has. */
const pageOf = (noun, name, more) => ({ takes: OPTIONS, path: below(name), search: paged, gives: page(noun), ...more });

const bulkOwnership = name => ({
  method: POST,
  takes: IDS,
  path: below(`domains/${name}_ownership_verification/bulk`),
  updatesClient: true,
  body: ids => ({ organization_domain_ids: ids }),
  gives: (json, organization) => ({ data: list(DOMAIN)(json?.data, organization), errors: json.errors ?? [] }),
});

const createOrganization = {
  method: POST,
  takes: PARAMS,
  path: () => '/organizations',
  body: inFull,
  gives: one('Organization'),
};
const getOrganization = { takes: ID, path: (_, id) => at`/organizations/${id}`, gives: one('Organization') };

/**
 * Methods of the Clerk object.
 * @satisfies {Record<string, Row>}
 */
export const Clerk = { createOrganization, getOrganization };

/** @satisfies {Record<string, Row>} */
export const Organization = {
  update: { method: PATCH, takes: PARAMS, path: own(), body: inFull, gives: itself },
  destroy: { method: DELETE, path: own(), gives: nothing },
  setLogo: uploaded(PUT, below('logo'), one('Organization')),
  getMemberships: pageOf(MEMBERSHIP, 'memberships', { search: params => paged({ ...params, paginated: true }) }),
  addMember: {
    method: POST,
    takes: PARAMS,
    path: below('memberships'),
    body: only('userId role'),
    gives: one(MEMBERSHIP),
  },
  updateMember: {
    method: PATCH,
    takes: PARAMS,
    path: (organization, { userId }) => member(organization, userId),
    body: only('role'),
    gives: one(MEMBERSHIP),
  },
  removeMember: { method: DELETE, takes: ID, path: member, gives: one(MEMBERSHIP) },
  getInvitations: pageOf(INVITATION, 'invitations', { updatesClient: true }),
  inviteMember: {
    method: POST,
    takes: PARAMS,
    path: below('invitations'),
    body: only('emailAddress role'),
    gives: one(INVITATION),
  },
  inviteMembers: {
    method: POST,
    takes: PARAMS,
    path: below('invitations/bulk'),
    body: only('emailAddresses>email_address role'),
    gives: list(INVITATION),
  },
  getMembershipRequests: pageOf('OrganizationMembershipRequest', 'membership_requests'),
  getRoles: pageOf('Role', 'roles', { updatesClient: true, gives: page('Role', 'has_role_set_migration') }),
  getDomains: pageOf(DOMAIN, 'domains', {
    updatesClient: true,
    search: params =>
      paged({ ...params, enrollmentMode: undefined }, { enrollment_mode: params?.enrollmentMode || undefined }),
  }),
  getDomain: {
    takes: PARAMS,
    path: ({ id }, { domainId }) => at`/organizations/${id}/domains/${domainId}`,
    gives: one(DOMAIN),
  },
  createDomain: {
    method: POST,
    takes: TEXT,
    path: below('domains'),
    body: (name, params) => ({ name, enrollment_mode: params?.enrollmentMode }),
    gives: one(DOMAIN),
  },
  prepareOwnershipVerification: bulkOwnership('prepare'),
  attemptOwnershipVerification: bulkOwnership('attempt'),
  getEnterpriseConnections: enterpriseConnections(below('enterprise_connections')),
};

const membership = ({ organization, publicUserData }) => member(organization, publicUserData?.userId);

/** @satisfies {Record<string, Row>} */
export const OrganizationMembership = {
  update: { method: PATCH, takes: PARAMS, path: membership, body: only('role'), gives: itself },
  destroy: { method: DELETE, path: membership, gives: itself },
};

/** A call that says it all by its path. */
const act = (kind, action) => ({
  method: POST,
  path: ({ organizationId, id }) => at`/organizations/${organizationId}/${kind}/${id}/${action}`,
  gives: itself,
});
const tell = (kind, action) => ({ ...act(kind, action), takes: PARAMS, body: inFull });

/** @satisfies {Record<string, Row>} */
export const OrganizationInvitation = { revoke: act('invitations', 'revoke') };
/** @satisfies {Record<string, Row>} */
export const OrganizationMembershipRequest = {
  accept: act('membership_requests', 'accept'),
  reject: act('membership_requests', 'reject'),
};
/** @satisfies {Record<string, Row>} */
export const OrganizationDomain = {
  prepareAffiliationVerification: tell('domains', 'prepare_affiliation_verification'),
  attemptAffiliationVerification: tell('domains', 'attempt_affiliation_verification'),
  updateEnrollmentMode: tell('domains', 'update_enrollment_mode'),
  delete: {
    method: DELETE,
    path: ({ organizationId, id }) => at`/organizations/${organizationId}/domains/${id}`,
    gives: nothing,
  },
};
