/** A character for each byte. */
export const decodeBinary = base64 => atob(base64.replace(/-/g, '+').replace(/_/g, '/'));
export const bytesOf = binary => Uint8Array.from(binary, byte => byte.charCodeAt(0));

/** The text behind base64 or base64url, with or without padding; undefined for what is none. */
export function decodeBase64(base64) {
  try {
    const text = decodeBinary(base64);
    // Nearly every token is ASCII, for which the text is there already.
    if (!/[^\0-\x7f]/.test(text)) return text;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(text));
  } catch {
    return undefined;
  }
}
