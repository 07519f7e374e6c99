import { useSignUp } from '@clerk/react';

/** Signing up by the custom-flow API. */
export function SignUpForm() {
  const { signUp, errors, fetchStatus } = useSignUp();
  const begin = async (form: FormData) => {
    const { error } = await signUp.password({
      emailAddress: String(form.get('address')),
      password: String(form.get('password')),
    });
    if (!error) await signUp.verifications.sendEmailCode();
  };
  const prove = async (form: FormData) => {
    const { error } = await signUp.verifications.verifyEmailCode({ code: String(form.get('code')) });
    if (!error) await signUp.finalize();
  };
  return (
    <>
      <form action={begin} data-testid="sign-up" data-status={fetchStatus}>
        <input name="address" aria-label="new address" />
        <input name="password" type="password" aria-label="new password" />
        <p role="alert">{errors.fields.emailAddress?.message ?? errors.fields.password?.message}</p>
        <button>sign up</button>
      </form>
      {signUp.unverifiedFields.includes('email_address') && (
        <form action={prove} data-testid="code">
          <input name="code" aria-label="code" />
          <p role="alert">{errors.fields.code?.message}</p>
          <button>verify</button>
        </form>
      )}
    </>
  );
}
