// A virtual authenticator of Chromium: it keeps passkeys, and its person has just been verified.

/**
 * Adds one to a page. `passkey`, if any, is Ada's for the site: `{ id, privateKey }`. Gives the session with the browser by which more is
 * done with the authenticator, and its id.
 */
export async function addAuthenticator(page, passkey) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  };
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  if (passkey) await devtools.send('WebAuthn.addCredential', { authenticatorId, credential: credentialOf(passkey) });
  return { devtools, authenticatorId };
}

const credentialOf = ({ id, privateKey }) => ({
  credentialId: id.toString('base64'),
  isResidentCredential: true,
  rpId: 'localhost',
  userHandle: Buffer.from('ada').toString('base64'),
  privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  signCount: 0,
});
