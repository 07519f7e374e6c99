// What a person sees meanwhile: a line for each thing that is measured, with its rounds.

/** On a terminal the round counts up in its line; elsewhere there is one line a thing. */
export function progress(rounds) {
  const { stdout } = process;
  let saying = '';
  return {
    say(text) {
      saying = text;
      if (!stdout.isTTY) console.log(`  ${text}`);
    },
    progress(round) {
      if (stdout.isTTY) stdout.write(`\r\x1b[K  ${saying}: round ${round} of ${rounds}${round === rounds ? '\n' : ''}`);
    },
  };
}
