// What `docs/divergences.md` says of the methods of users and organizations.
import { isDate, isUndefined } from './predicates.mjs';

const deletes = ({ call = '' }) => /\.(destroy|delete)$/u.test(call);

export const account = {
  'session-lists': ({ part }, { step }) => part === 'outcome' && step.call === 'kept.user.getSessions',
  'ended-memberships': ({ part, at, theirs, ours }, { step }) =>
    part === 'outcome' &&
    at === 'value' &&
    step.call === 'kept.it.destroy' &&
    isUndefined(theirs) &&
    ours.id === 'orgmem_1',
  'added-paths': ({ at, theirs, ours }) => at === 'value.whole.pathRoot' && theirs === `${ours}/`,
  'organization-domains': ({ part, at, theirs, ours }) =>
    part === 'outcome' &&
    ((/(createdAt|updatedAt)$/u.test(at) && isUndefined(theirs) && isDate(ours)) ||
      (at.endsWith('.verification') &&
        theirs.is?.endsWith('.affiliationVerification') === true &&
        ours.strategy === 'email_code')),
  'deleted-resources': ({ part }, { step }) => part === 'tree' && deletes(step),
  'deleted-users': ({ part }, { step }) =>
    ['tree', 'emissions', 'identities', 'cookies', 'cookieWrites'].includes(part) && step.call === 'kept.user.delete',
};
