import { useSignIn } from '@clerk/vue';
import { defineComponent, h, ref } from 'vue';

/** Signing in with a password. */
export const SignInForm = defineComponent(() => {
  const { signIn, setActive } = useSignIn();
  const refusal = ref('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    try {
      const attempt = await signIn.value!.create({
        identifier: String(form.get('identifier')),
        password: String(form.get('password')),
      });
      await setActive.value!({ session: attempt.createdSessionId });
    } catch (error) {
      refusal.value = String(error);
    }
  };
  return () =>
    h('form', { onSubmit: submit }, [
      h('input', { name: 'identifier', 'aria-label': 'sign in as' }),
      h('input', { name: 'password', type: 'password', 'aria-label': 'password' }),
      h('p', { role: 'alert' }, refusal.value),
      h('button', 'sign in'),
    ]);
});
