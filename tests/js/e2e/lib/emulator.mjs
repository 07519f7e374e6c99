// The emulator's control routes.

export function emulatorAt(base) {
  const call = async (method, path, body) => {
    const response = await fetch(`${base}/_emulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`${method} /_emulator/${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  return {
    /** The newest code that was sent to `address`. */
    async codeFor(address) {
      const mails = await (await call('GET', 'outbox')).json();
      const newest = mails
        .filter(mail => mail.to === address)
        .sort((a, b) => new Date(b.created_at) - new Date(a.created_at))[0];
      if (!newest) throw new Error(`no mail to ${address}`);
      return newest.code;
    },
    fault: fault => call('POST', 'faults', fault),
    clearFaults: () => call('DELETE', 'faults'),
  };
}

/** A code that is not `code`. */
export const wrong = code => code.replace(/^./u, digit => String((Number(digit) + 1) % 10));
