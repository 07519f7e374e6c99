/** What a password fails, by the names of the instance's settings; empty where it fails nothing. */
export interface ComplexityErrors {
  /** It is shorter than the instance wants. */
  min_length?: boolean;
  /** It is too long: it has to be shorter than the setting says. */
  max_length?: boolean;
  /** It has none of the special characters that the instance names. */
  require_special_char?: boolean;
  /** It has no digit. */
  require_numbers?: boolean;
  /** It has no capital letter of the Latin alphabet. */
  require_uppercase?: boolean;
  /** It has no small letter of the Latin alphabet. */
  require_lowercase?: boolean;
}

/** What the option `zxcvbn` of `clerk.load()` finds out about a password: that of `@zxcvbn-ts/core`. */
export interface ZxcvbnResult {
  /** What is wrong, and what would be better, as keys of texts. */
  feedback: { warning: string | null; suggestions: string[] };
  /** How strong it is, 4 being the strongest. */
  score: 0 | 1 | 2 | 3 | 4;
  /** The password. */
  password: string;
  /** How many guesses it takes. */
  guesses: number;
  /** The same as a power of ten. */
  guessesLog10: number;
  /** How long it took to find out, in ms. */
  calcTime: number;
}

/** How strong a password is for the instance. */
export type PasswordStrength =
  | { state: 'excellent'; result: ZxcvbnResult }
  | {
      /** Whether it will do. */
      state: 'pass' | 'fail';
      /** What to say of it, as keys of clerk-js's texts: `unstable__errors.zxcvbn.notEnough`, … */
      keys: string[];
      /** What was found out. */
      result: ZxcvbnResult;
    };

/** What is told of a password. */
export interface PasswordValidation {
  /** What it fails. */
  complexity?: ComplexityErrors;
  /** How strong it is, where that was measured. */
  strength?: PasswordStrength;
}

/** Who hears of a password. */
export interface ValidatePasswordCallbacks {
  /**
   * Is told what a password fails. Where its strength is measured it is told once more, with the strength; a password that fails
   * nothing is then told once.
   */
  onValidation?: (result: PasswordValidation) => void;
  /** Is told, first of all, whether a password fails nothing. */
  onValidationComplexity?: (isComplex: boolean) => void;
}
