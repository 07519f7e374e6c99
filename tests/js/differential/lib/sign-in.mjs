// Signing in by the page without a client: the browser comes with what earlier visits left in it.

/** Makes a development browser and keeps it in the page's cookies; resolves with its id. */
export const developmentBrowser = (page, base, key) =>
  page.evaluate(
    async ([base, key]) => {
      const { id } = await (await fetch(`${base}/v1/dev_browser`, { method: 'POST' })).json();
      const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(key));
      const suffix = btoa(String.fromCharCode(...new Uint8Array(hash)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .slice(0, 8);
      for (const name of ['__clerk_db_jwt', `__clerk_db_jwt_${suffix}`]) document.cookie = `${name}=${id}; path=/`;
      return id;
    },
    [base, key],
  );

/** Signs a user in by password. */
export const signIn = (page, base, { email_address, password }, browser) =>
  page.evaluate(
    async ([base, identifier, password, browser]) => {
      const body = new URLSearchParams({ strategy: 'password', identifier, password });
      const query = browser ? `&__clerk_db_jwt=${browser}` : '';
      const answer = await fetch(`${base}/v1/client/sign_ins?_x=1${query}`, {
        method: 'POST',
        credentials: 'include',
        body,
      });
      if (!answer.ok) throw new Error(`${identifier} cannot be signed in: ${await answer.text()}`);
    },
    [base, email_address, password, browser],
  );
