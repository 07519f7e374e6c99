// UTF-8 for an environment that lacks the classes: Jest's jsdom. As far as this package uses them.

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

class Encoder {
  encode(text) {
    const escaped = encodeURIComponent(text.replace(LONE, '\ufffd'));
    const bytes = escaped.replace(/%(..)/gu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Uint8Array.from(bytes, char => char.charCodeAt(0));
  }

  encodeInto(text, view) {
    const bytes = this.encode(text);
    view.set(bytes);
    return { read: text.length, written: bytes.length };
  }
}

class Decoder {
  /** @throws {URIError} where a TypeError would be thrown: the bytes are no UTF-8. */
  decode(bytes = []) {
    return decodeURIComponent(Array.from(bytes, byte => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  }
}

const { TextDecoder = Decoder, TextEncoder = Encoder } = globalThis;

export { TextDecoder, TextEncoder };
