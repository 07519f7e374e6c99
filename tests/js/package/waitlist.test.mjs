// The waitlist: what joining it gives.

import { expect, test } from 'vitest';
import { emulated } from './lib/emulated.mjs';
import { client, loaded } from './lib/fapi.mjs';

test('somebody joins, and is on the list once', async () => {
  const { control, onLive, stop } = await emulated();
  try {
    const { joinWaitlist } = await onLive();
    const entry = await joinWaitlist({ emailAddress: 'new@example.com' });
    expect(entry).toMatchObject({
      pathRoot: '/waitlist',
      id: expect.stringMatching(/^wlt_/u),
      createdAt: null,
      updatedAt: null,
    });
    expect(entry.isNew()).toBe(false);
    expect(entry.constructor.name).toBe('WaitlistResource');
    expect((await joinWaitlist({ emailAddress: 'New@example.com' })).id).toBe(entry.id);
    expect(await control('GET waitlist')).toMatchObject([{ id: entry.id, email_address: 'new@example.com' }]);
    await expect(joinWaitlist({ emailAddress: 'nobody' })).rejects.toMatchObject({
      status: 422,
      errors: [{ meta: { paramName: 'email_address' } }],
    });
  } finally {
    await stop();
  }
});

test('an entry has its dates, and sends nothing but the address', async () => {
  const { clerk, requests } = await loaded(client(), {
    'POST /waitlist': { id: 'wlt_1', created_at: 1_764_000_000_000, updated_at: 1_764_000_001_000 },
  });
  const entry = await clerk.joinWaitlist({ emailAddress: 'a@example.com', other: 1 });
  expect([entry.createdAt, entry.updatedAt]).toEqual([new Date(1_764_000_000_000), new Date(1_764_000_001_000)]);
  expect(requests.map(({ body }) => body)).toEqual(['email_address=a%40example.com']);
});

test('without an address nothing is sent', async () => {
  const { clerk, requests } = await loaded(client());
  for (const params of [undefined, null, {}, 'a@example.com', { emailAddress: 5 }]) {
    await expect(clerk.joinWaitlist(params), String(params)).rejects.toThrow(TypeError);
  }
  expect(requests).toEqual([]);
});
