// What the modules of the page hand each other: for whoever reads them, and for the compiler, which checks them by it.
import type { Clerk, OAuthStrategy, SignInResource, SignUpResource } from 'clerk-wasm';
import type { emissionsPanel } from './emissions.js';
import type { emulatorAt } from './emulator.js';
import type { makeForm } from './form.js';
import type { outboxPanel } from './outbox.js';
import type { makePeople } from './people.js';
import type { RequestLog } from './requests.js';

declare global {
  interface Window {
    /** For the console. */
    clerk: Clerk;
  }
}

/** What stands in an element: nothing for what is not there. */
export type Child = Node | string | number | false | null | undefined | Child[];

/** What a function makes. Read-only, since the compiler lets anything be asked of an object literal of JavaScript otherwise. */
type Made<Maker extends (...given: never[]) => unknown> = Readonly<ReturnType<Maker>>;

export type Emissions = Made<typeof emissionsPanel>;
export type Emulator = Made<typeof emulatorAt>;
export type Form = Made<typeof makeForm>;
export type Outbox = Made<typeof outboxPanel>;
export type People = Made<typeof makePeople>;
export type Person = ReturnType<People['all']>[number];

/** What the instance offers. */
export interface Environment {
  /** What is said of `email_address`, `passkey`, …; null for what the instance does not have. */
  attribute(name: string): { required: boolean; first_factors: string[] } | null;
  providers: { strategy: OAuthStrategy; name: string }[];
}

/** What the panels share. */
export interface PanelContext {
  clerk: Clerk;
  log: RequestLog;
  emissions: Emissions;
  /** Brings all panels up to date. */
  refresh(): void;
}

/** What the flows share. */
export interface FlowContext {
  clerk: Clerk;
  outbox: Outbox;
  people: People;
  environment: Environment;
  /** Null on the page of a real instance. */
  emulator: Emulator | null;
  /** Tells of a session, and how it came. */
  done(what: string): void;
}

/** A step of a flow. The first one takes values, and shows what went wrong elsewhere. */
export interface Step {
  element: HTMLElement;
  focus(): void;
}

export interface FirstStep extends Step {
  set(values: Record<string, string>): void;
  showError(error: unknown): void;
}

export type Attempt = SignInResource | SignUpResource;

/** An attempt on the page. */
export interface Flow<Kind extends Attempt = Attempt> extends FlowContext {
  id: string;
  element: HTMLElement;
  readonly attempt: Kind;
  /** Whom the page knows by the name that the attempt is for. */
  person(): Person | undefined;
  show(step: Step): void;
  /** Shows the first step, with these values in its fields. */
  begin(values?: Record<string, string>): void;
  /** Shows a step where nobody has asked for it: the focus stays where it is. */
  open(step?: Step): void;
  /** Goes on with what a call gave: when it is complete, the client has it no more. */
  next(attempt?: Attempt): Promise<unknown>;
  /** Shows the first step with what went wrong elsewhere. */
  fail(error: unknown): void;
}

export type SignInFlow = Flow<SignInResource>;
export type SignUpFlow = Flow<SignUpResource>;

/** What a person can go on with: `label` names it where `title` alone does not, `aside` is another one beside it. */
export interface Choice {
  strategy: string;
  title: string;
  note?: string;
  label?: string;
  aside?: Choice;
  choose(): unknown;
}

/** A field of a form: `code` is one of six digits, and `exact` counts to the letter. */
export interface Field {
  name: string;
  label: string;
  type?: string;
  autocomplete?: string;
  optional?: boolean;
  code?: boolean;
  exact?: boolean;
}

/** What the Frontend API says of a factor that somebody has. */
export interface FactorOfUser<Strategy = string> {
  strategy: Strategy;
  safeIdentifier?: string;
  emailAddressId?: string;
  phoneNumberId?: string;
  enterpriseConnectionId?: string;
  enterpriseConnectionName?: string;
}

/** How a factor is asked for; `begin` takes the sign-in on. */
export interface Factor {
  title: string | ((factor: FactorOfUser) => string);
  note?: string | ((factor: FactorOfUser) => string);
  begin(flow: SignInFlow, factor: FactorOfUser): unknown;
}
