// As much of WebDriver (https://www.w3.org/TR/webdriver2/) as the flows need. selenium-webdriver does the same with 20 MB, most of which are
// programs that fetch browsers.

/** A session: one browser with a profile of its own, which is gone when it ends. */
export class Session {
  /** @param {string} driver its address */
  static async begin(driver, capabilities) {
    const session = new Session();
    session.address = `${driver}/session`;
    const { sessionId, capabilities: got } = await session.#call('POST', '', {
      capabilities: { alwaysMatch: capabilities },
    });
    session.address += `/${sessionId}`;
    session.browser = `${got.browserName} ${got.browserVersion}`;
    await session.#call('POST', '/timeouts', { script: 20_000, pageLoad: 20_000 });
    return session;
  }

  /** Opens `url` in the tab that is in front, and waits until it has loaded. */
  open = url => this.#call('POST', '/url', { url });

  /** Opens a tab and brings it to the front; resolves with its handle. */
  async newTab() {
    const { handle } = await this.#call('POST', '/window/new', { type: 'tab' });
    await this.toTab(handle);
    return handle;
  }

  tab = () => this.#call('GET', '/window');
  toTab = handle => this.#call('POST', '/window', { handle });
  cookies = () => this.#call('GET', '/cookie');
  reload = () => this.#call('POST', '/refresh', {});
  end = () => this.#call('DELETE', '');

  /** Calls `act`, which may be asynchronous and sees nothing of this module, in the page; resolves with what it gives, as JSON. */
  async run(act, ...given) {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${act})(...JSON.parse(arguments[0])))().then(
        value => done(JSON.stringify({ value })),
        error => done(JSON.stringify({ error: error.name + ': ' + error.message + '\\n' + error.stack })),
      );`;
    const said = await this.#call('POST', '/execute/async', { script, args: [JSON.stringify(given)] });
    const { value, error } = JSON.parse(said);
    if (error) throw new Error(`in the page: ${error}`);
    return value;
  }

  async #call(method, path, body) {
    const response = await fetch(this.address + path, {
      method,
      // geckodriver takes a text for what a page of another site has sent.
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}
