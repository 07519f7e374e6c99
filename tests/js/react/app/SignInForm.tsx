import { useSignIn } from '@clerk/react';
import { useCount } from './Counted';

/** Signing in by the custom-flow API. */
export function SignInForm() {
  const { signIn, errors, fetchStatus } = useSignIn();
  useCount('sign-in');
  const submit = async (form: FormData) => {
    const { error } = await signIn.password({
      identifier: String(form.get('identifier')),
      password: String(form.get('password')),
    });
    if (!error) await signIn.finalize();
  };
  return (
    <form action={submit} data-testid="sign-in" data-status={fetchStatus}>
      <input name="identifier" aria-label="sign in as" />
      <input name="password" type="password" aria-label="password" />
      <p role="alert">{errors.fields.identifier?.message ?? errors.fields.password?.message}</p>
      <p data-testid="sign-in-status">{signIn.status}</p>
      <button>sign in</button>
    </form>
  );
}
