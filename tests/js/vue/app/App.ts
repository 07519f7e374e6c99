import { ClerkLoaded, ClerkLoading, RedirectToSignIn, Show, SignOutButton } from '@clerk/vue';
import { defineComponent, h, ref } from 'vue';
import { Person } from './Person';
import { SignInForm } from './SignInForm';

/** All that the tests look at. */
export const App = defineComponent(() => {
  const wantsIn = ref(false);
  return () =>
    h('main', [
      h(ClerkLoading, () => h('p', { 'data-testid': 'loading' }, 'loading')),
      h(ClerkLoaded, () => [
        h(Show, { when: 'signed-out' }, () => [
          h('p', { 'data-testid': 'signed-out' }, 'signed out'),
          h(SignInForm),
          h('button', { onClick: () => (wantsIn.value = true) }, 'redirect to sign-in'),
          wantsIn.value && h(RedirectToSignIn),
        ]),
        h(Show, { when: 'signed-in' }, () => [
          h(Person),
          h(Show, { when: { role: 'org:admin' } }, () => h('p', { 'data-testid': 'admin' }, 'an admin')),
          h(SignOutButton, { redirectUrl: '/bye' }, () => h('button', 'sign out')),
        ]),
      ]),
    ]);
});
