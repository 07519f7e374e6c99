// An application as @clerk/vue wants it. Its plugin takes the Clerk object that the page has already, and loads clerk-js where there is none.

import { clerkPlugin } from '@clerk/vue';
import { Clerk } from 'clerk-wasm';
import { createApp } from 'vue';
import { App } from './App';

const asked = new URLSearchParams(location.search);
const publishableKey = asked.get('key') ?? '';

Object.assign(window, { Clerk: new Clerk(publishableKey, { proxyUrl: asked.get('api') ?? '' }) });

/** A router of one line: the page stays, and its address changes. */
const go = (how: 'pushState' | 'replaceState') => (to: string) => history[how]({}, '', to);

createApp(App)
  .use(clerkPlugin, {
    publishableKey,
    prefetchUI: false,
    signInUrl: '/sign-in',
    signUpUrl: '/sign-up',
    telemetry: false,
    routerPush: go('pushState'),
    routerReplace: go('replaceState'),
  })
  .mount('#root');
