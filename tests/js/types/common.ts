// What of an official interface our own must satisfy: the members that exist in both, at every depth.

type Leaf = string | number | boolean | bigint | symbol | null | undefined | void | Date | URL | Error;

/** `Official`, cut down to the members that `Ours` has. Parameters stay whole: what may be passed there may be passed here. */
export type Common<Official, Ours> = unknown extends Official
  ? Official
  : Official extends Leaf
  ? Official
  : Official extends (...args: infer Args) => infer Result
    ? NonNullable<Ours> extends (...args: never[]) => infer Own
      ? (...args: Args) => Common<Result, Own>
      : Official
    : Official extends Promise<infer Result>
      ? NonNullable<Ours> extends Promise<infer Own>
        ? Promise<Common<Result, Own>>
        : Official
      : Official extends readonly (infer Item)[]
        ? number extends Official['length']
          ? NonNullable<Ours> extends readonly (infer Own)[]
            ? Common<Item, Own>[]
            : Official
          : Official
        : Members<Official, NonNullable<Ours>>;

/**
 * Not compared. Snapshots are JSON with keys that nobody knows in advance, and officially typed key by key. `prepareFirstFactor`
 * is officially given OAuth strategies, and throws; a callback of `finalize` is given a session of ours, which has not yet all members; the other two methods take fewer strategies than officially, and their type says so.
 */
type Different =
  | '__internal_toSnapshot'
  | 'prepareFirstFactor'
  | 'finalize'
  | 'prepareFirstFactorVerification'
  | 'attemptFirstFactorVerification';

/** An object whose keys are known is cut down; one with any keys, such as metadata, is compared whole. */
type Members<Official, Ours> = string extends keyof Official
  ? Official
  : {
      [Key in keyof Official as Key extends Exclude<keyof Ours, Different> ? Key : never]: Common<
        Official[Key],
        Ours[Key & keyof Ours]
      >;
    };

/** Compiles when a value of ours can be given where the official type is expected. */
export declare function accepts<Official, Ours>(ours: Common<Official, Ours>): void;
