import { useAuth, useOrganization, useOrganizationList } from '@clerk/react';
import { useCount } from './Counted';

/** The organizations of a user, and the one that is active. */
export function Organizations() {
  const { organization, membership, memberships } = useOrganization({ memberships: true });
  const { userMemberships, setActive, createOrganization } = useOrganizationList({ userMemberships: true });
  const { orgId, orgRole, orgSlug } = useAuth();
  useCount('organizations');
  return (
    <section>
      <p data-testid="organization">{organization ? `${organization.name} as ${membership?.role}` : 'personal'}</p>
      <p data-testid="claims">{orgId ? `${orgSlug} ${orgRole} ${orgId === organization?.id}` : 'none'}</p>
      <p data-testid="members">
        {memberships?.data
          ?.map(({ publicUserData }) => publicUserData?.identifier)
          .sort()
          .join(' ')}
      </p>
      <ul>
        {userMemberships?.data?.map(({ id, organization: { id: organizationId, name } }) => (
          <li key={id}>
            <button onClick={() => setActive?.({ organization: organizationId })}>{name}</button>
          </li>
        ))}
      </ul>
      <button onClick={() => setActive?.({ organization: null })}>personal account</button>
      <button onClick={async () => setActive?.({ organization: await createOrganization?.({ name: 'New Ones' }) })}>
        create
      </button>
    </section>
  );
}
