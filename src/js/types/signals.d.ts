/** An error, as the hooks of frameworks show it beside a form. */
export interface FieldErrors<Fields extends string> {
  /** What is wrong with each field; `null` where nothing is. */
  fields: Record<Fields, ClerkAPIError | null>;
  /** All of it, in the order of the answer; `null` where nothing is wrong. */
  raw: unknown[] | null;
  /** What is about no field. */
  global: ClerkGlobalHookError[] | null;
}

/** Whether an error is of a kind; the one that it is called on, where none is given. */
export interface ClerkErrorGuard<Kind> {
  (error: unknown): error is Kind;
  (this: unknown): this is Kind;
}

/** An error that can tell of itself what it is. */
export type ClerkGlobalHookError = (ClerkAPIResponseError | ClerkRuntimeError) & {
  readonly isClerkAPIResponseError: ClerkErrorGuard<ClerkAPIResponseError>;
  readonly isClerkRuntimeError: ClerkErrorGuard<ClerkRuntimeError>;
};

/** What is behind `useSignIn()` of `@clerk/react`. */
export interface SignInSignalValue {
  /** What the last call of its custom-flow API was refused for. */
  errors: FieldErrors<'identifier' | 'password' | 'code'>;
  /** Whether such a call is under way. */
  fetchStatus: 'idle' | 'fetching';
  /** The custom-flow API of the attempt; once complete it stays until it is finalized or reset; `null` before the client is there. */
  signIn: SignInFutureResource | null;
}

/** What is behind `useSignUp()`. */
export interface SignUpSignalValue {
  /** As in {@link SignInSignalValue}. */
  errors: FieldErrors<
    | 'firstName'
    | 'lastName'
    | 'emailAddress'
    | 'phoneNumber'
    | 'password'
    | 'username'
    | 'code'
    | 'captcha'
    | 'legalAccepted'
  >;
  /** As in {@link SignInSignalValue}. */
  fetchStatus: 'idle' | 'fetching';
  /** As in {@link SignInSignalValue}. */
  signUp: SignUpFutureResource | null;
}

/** What is behind `useWaitlist()`. */
export interface WaitlistSignalValue {
  /** As in {@link SignInSignalValue}. */
  errors: FieldErrors<'emailAddress'>;
  /** As in {@link SignInSignalValue}. */
  fetchStatus: 'idle' | 'fetching';
  /** The entry on the waitlist; blank before it is joined. */
  waitlist: WaitlistResource;
}

/** Values that are the same object until they change: what the hooks of frameworks read. */
export interface ClerkState {
  /** The sign-in. */
  signInSignal: () => SignInSignalValue;
  /** The sign-up. */
  signUpSignal: () => SignUpSignalValue;
  /** The waitlist. */
  waitlistSignal: () => WaitlistSignalValue;
  /** Runs `callback` now and, a microtask later, whenever a signal that it has read is another; returns what ends that. */
  __internal_effect: (callback: () => void) => () => void;
  /** A signal of others. */
  __internal_computed: <T>(getter: (previousValue?: T) => T) => () => T;
  /** The waitlist of {@link waitlistSignal}. */
  __internal_waitlist: WaitlistResource;
}
