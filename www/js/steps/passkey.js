// A passkey: of the person who is named, or of whichever the browser offers.

export async function usePasskey(flow, options) {
  await flow.next(await flow.attempt.authenticateWithPasskey(options));
}

/** The way in for which nobody has to be named. */
export const passkeyChoice = flow => ({
  strategy: 'passkey',
  title: 'Passkey',
  choose: () => usePasskey(flow, { flow: 'discoverable' }),
});
