/** The text behind base64 or base64url, with or without padding; undefined for what is none. */
export function decodeBase64(base64) {
  try {
    const text = atob(base64.replace(/-/g, '+').replace(/_/g, '/'));
    // Nearly every token is ASCII, for which the text is there already.
    if (!/[^\0-\x7f]/.test(text)) return text;
    const bytes = Uint8Array.from(text, byte => byte.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
