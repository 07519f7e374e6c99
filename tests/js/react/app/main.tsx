// An application as @clerk/react wants it, but for its Clerk object.

import { ClerkProvider } from '@clerk/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { clerk, KEY } from './clerk';

/** A router of one line: the page stays, and its address changes. */
const go = (how: 'pushState' | 'replaceState') => (to: string) => history[how]({}, '', to);

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <ClerkProvider
      publishableKey={KEY}
      Clerk={clerk}
      signInUrl="/sign-in"
      signUpUrl="/sign-up"
      routerPush={go('pushState')}
      routerReplace={go('replaceState')}
      telemetry={false}
    >
      <App />
    </ClerkProvider>
  </StrictMode>,
);
