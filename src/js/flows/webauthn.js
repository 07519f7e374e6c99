// That there are passkeys here, for what says so before anything else is done.

import { isSupported } from '../../platform/browser/credential_text.js';
import { tools } from './tools.js';

/** @throws {ClerkWebAuthnError} When there are no passkeys here. */
export function needsPasskeys() {
  if (!isSupported())
    throw new tools.ClerkWebAuthnError('This browser has no passkeys.', { code: 'passkey_not_supported' });
}
