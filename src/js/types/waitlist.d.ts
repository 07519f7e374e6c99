/** Somebody who wants to be let in. */
export interface WaitlistResource extends ResourceBase {
  /** The unique identifier, `wlt_…`. */
  readonly id: string;
  /** When the entry was last changed; `null` when that is not known. */
  readonly updatedAt: Date | null;
  /** When the entry was made; `null` when that is not known. */
  readonly createdAt: Date | null;
  /** As `clerk.joinWaitlist()`, into this entry; what is refused is told and does not reject. */
  join(params: JoinWaitlistParams): Promise<{ error: ClerkAPIResponseError | ClerkRuntimeError | null }>;
}

/** What `clerk.joinWaitlist()` takes. */
export interface JoinWaitlistParams {
  /** The address of whoever wants to be let in. */
  emailAddress: string;
}
