import { useAuth, useClerk, useSession, useSessionList, useUser } from '@clerk/react';
import { useState } from 'react';
import { useCount } from './Counted';

/** Who is signed in, by each of the hooks. */
export function Person() {
  const { user } = useUser();
  const { userId, sessionId, getToken } = useAuth();
  const { session } = useSession();
  const { sessions } = useSessionList();
  const clerk = useClerk();
  const [subject, setSubject] = useState('');
  useCount('person');
  const mint = async () => setSubject(JSON.parse(atob((await getToken())!.split('.')[1]!)).sub);
  return (
    <section>
      <p data-testid="user">{user?.fullName}</p>
      <p data-testid="email">{user?.primaryEmailAddress?.emailAddress}</p>
      <p data-testid="agree">
        {String(
          user?.id === userId && session?.id === sessionId && session?.user === user && clerk.user?.id === userId,
        )}
      </p>
      <p data-testid="sessions">{sessions?.length}</p>
      <p data-testid="subject">{subject === userId ? 'the user' : subject}</p>
      <button onClick={mint}>get a token</button>
      <button onClick={() => session?.touch()}>touch</button>
      <button onClick={() => user?.update({ firstName: 'Augusta' })}>rename</button>
    </section>
  );
}
