// The device's clock is wrong, and what `getToken()` asks for. `tests/engine_time.rs` has time pass.

import { expect, test } from 'vitest';
import { client as json, jwt, loaded, session } from './lib/fapi.mjs';

test.each([-1440, -5, -0.9, 0, 0.9, 5, 1440])(
  'a server whose clock is ahead by %d minutes is asked for no token that is good',
  async minutes => {
    const token = jwt({ iat: Math.floor(Date.now() / 1000) + minutes * 60 });
    const signedIn = session('sess_1', { last_active_token: { object: 'token', jwt: token } });
    const { clerk, requests } = await loaded(json([signedIn]));
    for (let times = 0; times < 3; times++) expect(await clerk.session.getToken()).toBe(token);
    expect(requests).toEqual([]);
  },
);
