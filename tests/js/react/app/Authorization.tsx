import { Show, useAuth } from '@clerk/react';

/** What only some may see. */
export function Authorization() {
  const { has } = useAuth();
  return (
    <section>
      <Show when={{ role: 'org:admin' }} fallback={<p data-testid="admin">no</p>}>
        <p data-testid="admin">yes</p>
      </Show>
      <p data-testid="can">{String(has?.({ permission: 'org:sys_memberships:manage' }) ?? false)}</p>
    </section>
  );
}
