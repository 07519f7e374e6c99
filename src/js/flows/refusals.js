/** Asks; where the Frontend API refuses with one of these codes, does something else. */
export async function orElse(codes, ask, otherwise) {
  try {
    return await ask();
  } catch (error) {
    if (!codes.includes(error?.errors?.[0]?.code)) throw error;
    return otherwise();
  }
}
