// What the browser itself says of the requests to the emulator: headers and cookies as they were sent, and the answers.

/** Watches the page until `close()`; `take()` gives the exchanges since the last call, in the order of their requests. */
export function watchWire(page, base) {
  let open = [];
  const see = request => {
    const url = request.url();
    if (url.startsWith(base) && !url.startsWith(`${base}/_emulator`)) open.push(request);
  };
  page.on('request', see);
  return {
    async take() {
      const requests = open;
      open = [];
      return Promise.all(requests.map(exchangeOf));
    },
    close: () => page.off('request', see),
  };
}

async function exchangeOf(request) {
  const [headers, response] = await Promise.all([request.allHeaders(), request.response().catch(() => null)]);
  const exchange = { method: request.method(), url: request.url(), request_headers: headers, body: request.postData() };
  if (!response) return { ...exchange, status: null, response_headers: {}, response_body: '' };
  const body = await response.text().catch(() => '');
  return { ...exchange, status: response.status(), response_headers: await response.allHeaders(), response_body: body };
}
