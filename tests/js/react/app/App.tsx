import { ClerkDegraded, ClerkLoaded, ClerkLoading, RedirectToSignIn, Show, SignOutButton } from '@clerk/react';
import { useState } from 'react';
import { Authorization } from './Authorization';
import { Counted } from './Counted';
import { Organizations } from './Organizations';
import { Person } from './Person';
import { SignInForm } from './SignInForm';
import { SignUpForm } from './SignUpForm';

/** All that the tests look at. */
export function App() {
  const [wantsIn, setWantsIn] = useState(false);
  return (
    <main>
      <h1 data-testid="title">before</h1>
      <ClerkLoading>
        <p data-testid="loading">loading</p>
      </ClerkLoading>
      <ClerkDegraded>
        <p data-testid="degraded">degraded</p>
      </ClerkDegraded>
      <ClerkLoaded>
        <Show when="signed-out">
          <p data-testid="signed-out">signed out</p>
          <SignInForm />
          <SignUpForm />
          <button onClick={() => setWantsIn(true)}>redirect to sign-in</button>
          {wantsIn && <RedirectToSignIn />}
        </Show>
        <Show when="signed-in">
          <Person />
          <Organizations />
          <Authorization />
          <SignOutButton redirectUrl="/bye">
            <button>sign out</button>
          </SignOutButton>
        </Show>
      </ClerkLoaded>
      <Counted name="bystander" />
    </main>
  );
}
