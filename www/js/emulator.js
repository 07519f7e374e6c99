// The emulator's own routes: what a page of a real instance has no business with.
import { plainFetch } from './requests.js';

export function emulatorAt(base) {
  const ask = async (method, route, body) => {
    const response = await plainFetch(`${base}/_emulator/${route}`, {
      method,
      body: body && JSON.stringify(body),
      headers: body && { 'content-type': 'application/json' },
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  };
  return {
    base,
    outbox: () => ask('GET', 'outbox'),
    settings: () => ask('GET', 'settings'),
    change: settings => ask('PATCH', 'settings', settings),
    seed: user => ask('POST', 'seed', { users: [user] }),
    ticket: async whom => (await ask('POST', 'tickets', whom)).ticket,
  };
}
