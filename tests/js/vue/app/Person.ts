import { useAuth, useClerk, useOrganization, useSession, useSessionList, useUser } from '@clerk/vue';
import { computed, defineComponent, h, ref } from 'vue';

/** Who is signed in, by each of the composables. */
export const Person = defineComponent(() => {
  const { user } = useUser();
  const { userId, sessionId, orgRole, getToken, has } = useAuth();
  const { session } = useSession();
  const { sessions } = useSessionList();
  const { organization } = useOrganization();
  const clerk = useClerk();
  const subject = ref('');
  const agree = computed(
    () =>
      user.value?.id === userId.value &&
      session.value?.id === sessionId.value &&
      clerk.value?.user?.id === userId.value,
  );
  const mint = async () => (subject.value = JSON.parse(atob((await getToken.value())!.split('.')[1]!)).sub);
  const choose = (id: string | null) => clerk.value!.setActive({ organization: id });
  const shown = (id: string, text: unknown) => h('p', { 'data-testid': id }, String(text));
  return () =>
    h('section', [
      shown('user', user.value?.fullName),
      shown('agree', agree.value),
      shown('sessions', sessions.value?.length),
      shown('subject', subject.value === userId.value ? 'the user' : subject.value),
      shown('organization', organization.value ? `${organization.value.name} as ${orgRole.value}` : 'personal'),
      shown('can', has.value?.({ role: 'org:admin' })),
      h('button', { onClick: mint }, 'get a token'),
      h('button', { onClick: () => user.value?.update({ firstName: 'Augusta' }) }, 'rename'),
      h('button', { onClick: () => choose(null) }, 'personal account'),
      user.value?.organizationMemberships.map(({ organization: { id, name } }) =>
        h('button', { onClick: () => choose(id) }, name),
      ),
    ]);
});
