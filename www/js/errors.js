// Errors as a person needs them: the server's own sentence, beside the field it is about.

/** The best sentence an error has. */
export function errorMessage(error) {
  const first = error?.errors?.[0];
  const text = first?.longMessage || first?.message || error?.longMessage || error?.message;
  // Without errors of its own the answer came from something in between, and its text is at most "Bad Gateway".
  if (error?.status && !first)
    return `The server answered ${[error.status, text].filter(Boolean).join(' ')}, without a reason. Try again.`;
  if (text) return sentence(text);
  return 'Something went wrong and gave no reason.';
}

function sentence(text) {
  const trimmed = text.trim();
  const capital = trimmed[0].toUpperCase() + trimmed.slice(1);
  return /[.!?…)]$/u.test(capital) ? capital : `${capital}.`;
}

/** A short line for whoever debugs: code, status. */
export function errorDetail(error) {
  const code = error?.errors?.[0]?.code ?? error?.code;
  return [error?.status && `HTTP ${error.status}`, code].filter(Boolean).join(' · ');
}

/** Each thing that an answer complains about, as an error of its own. */
export function complaintsOf(error) {
  if (!(error?.errors?.length > 1)) return [error];
  return error.errors.map(one => ({ status: error.status, errors: [one] }));
}

/** The name of the field that an error is about, as forms have it; null for what is about none. */
export const errorField = error => {
  const name = error?.errors?.[0]?.meta?.paramName;
  return name ? camel(name) : null;
};

/** `emailAddress` of `email_address`. */
export const camel = name => name.replaceAll(/_([a-z])/gu, (_, letter) => letter.toUpperCase());

/** What went wrong where no call has failed: a verification that came back with an error. */
export const verificationError = error => ({ errors: [error] });
