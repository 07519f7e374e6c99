// Resources in Vue's proxies: they show what they show elsewhere, and reading them is no change.

import { expect, test } from 'vitest';
import { nextTick, reactive, toRaw, watchEffect } from 'vue';
import { client as json, jwt, loaded, session } from '../package/lib/fapi.mjs';

test('a client in reactive() shows its sessions, and whoever reads them is not told of changes', async () => {
  const { clerk } = await loaded(json([session('sess_1'), session('sess_2')]));
  const state = reactive({ client: clerk.client, session: clerk.session });
  const shown = [];
  watchEffect(() =>
    shown.push([state.client.sessions.map(({ id }) => id), state.session.user.id, state.client.signIn.status]),
  );
  await nextTick();
  expect(shown).toEqual([[['sess_1', 'sess_2'], clerk.session.user.id, clerk.client.signIn.status]]);
  expect(toRaw(state.client.sessions[0])).toBe(clerk.client.sessions[0]);
});

test('methods of a resource in reactive() work', async () => {
  const token = jwt();
  const { clerk } = await loaded(json([session('sess_1', { last_active_token: { jwt: token } })]));
  const { session: shown } = reactive({ session: clerk.session });
  expect(await shown.getToken()).toBe(token);
  expect(shown.checkAuthorization({ role: 'org:admin' })).toBe(false);
  expect(shown.__internal_toSnapshot().id).toBe('sess_1');
});
