// What `docs/divergences.md` says of the methods of users and organizations.
import { isObject, isUndefined } from './predicates.mjs';

export const account = {
  'session-lists': ({ part, at }, { step }) => part === 'outcome' && step.call === 'kept.user.getSessions' && ['', 'value', 'error', 'kind'].includes(at),
  'ended-memberships': ({ part, at, theirs, ours }, { step }) => part === 'outcome' && at === 'value' && step.call === 'kept.it.destroy'
    && isUndefined(theirs) && isObject(ours) && ours.id === 'orgmem_1',
  'added-paths': ({ at, theirs, ours }) => at.endsWith('pathRoot') && theirs === `${ours}/`,
};
