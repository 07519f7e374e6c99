// Users and organizations on the routes that the emulator has: what comes along with the answers counts too.
import { ada, at, call, codeFor, get, keep, listen, load, same, scenario, whole } from '../language.mjs';
import { organization, user } from './account-steps.mjs';

const lived = (name, steps, options) =>
  scenario(name, {
    signedIn: [ada],
    settings: { organizations: { enabled: true } },
    steps: [load(), keep('user', 'user'), listen('all'), ...steps],
    ...options,
  });
const made = [call('createOrganization', { name: 'Engines' }), keep('kept.result', 'organization')];

const lives = [
  lived('a user is renamed on a server', [
    user('update', { firstName: 'Augusta', username: null }),
    same('kept.result', 'kept.user'),
    get('user.firstName'),
    user('update', { unsafeMetadata: { a: { b: 1 } } }),
    user('updateMetadata', { unsafeMetadata: { a: { c: 2 } } }),
    get('user.unsafeMetadata'),
    user('reload'),
    get('kept.user.firstName'),
  ]),
  lived('an address is added on a server', [
    user('createEmailAddress', { email: 'new@example.com' }),
    keep('kept.result', 'it'),
    call('kept.it.prepareVerification', { strategy: 'email_code' }),
    call('kept.it.attemptVerification', { code: '000000' }),
    call('kept.it.attemptVerification', { code: codeFor('new@example.com') }),
    get('kept.it.verification.status'),
    user('update', { primaryEmailAddressId: at('kept.it.id') }),
    get('user.primaryEmailAddress.emailAddress'),
    call('kept.it.destroy'),
    get('user.emailAddresses.length'),
  ]),
  lived('a phone is added on a server', [
    user('createPhoneNumber', { phoneNumber: '+15555550100' }),
    keep('kept.result', 'it'),
    call('kept.it.prepareVerification'),
    call('kept.it.attemptVerification', { code: codeFor('+15555550100') }),
    call('kept.it.setReservedForSecondFactor', { reserved: true }),
    get('kept.it.backupCodes.length'),
    call('kept.it.makeDefaultSecondFactor'),
    get('user.twoFactorEnabled'),
  ]),
  lived('passwords and sessions on a server', [
    user('updatePassword', { currentPassword: 'wrong', newPassword: 'another-horse-battery' }),
    user('updatePassword', {
      currentPassword: ada.password,
      newPassword: 'another-horse-battery',
      signOutOfOtherSessions: true,
    }),
    user('getSessions'),
    whole('kept.result.0.latestActivity'),
    get('kept.result.length'),
  ]),
  lived('a user is deleted on a server', [user('delete'), get('session')]),
  lived('an organization lives on a server', [
    ...made,
    call('setActive', { organization: at('kept.organization.id') }),
    get('organization.name'),
    organization('update', { name: 'Looms', slug: 'looms' }),
    get('organization.name'),
    organization('getMemberships'),
    whole('kept.result.data.0.publicUserData'),
    organization('inviteMember', { emailAddress: 'grace@example.com', role: 'org:member' }),
    keep('kept.result', 'it'),
    organization('getInvitations'),
    get('kept.result.total_count'),
    call('kept.it.revoke'),
    get('kept.it.status'),
    organization('inviteMembers', { emailAddresses: ['grace@example.com', 'mary@example.com'], role: 'org:member' }),
    get('kept.result.length'),
    organization('removeMember', 'user_nobody'),
    organization('destroy'),
    get('organization'),
    user('getOrganizationMemberships'),
    get('kept.result.total_count'),
  ]),
  lived('an organization is left on a server', [
    ...made,
    user('getOrganizationMemberships'),
    keep('kept.result.data.0', 'it'),
    call('kept.it.update', { role: 'org:member' }),
    user('leaveOrganization', at('kept.organization.id')),
    call('createOrganization', { name: '' }),
    call('getOrganization', 'org_none'),
  ]),
];

export const scenarios = lives;
