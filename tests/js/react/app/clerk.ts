// The one line that differs: where `Clerk` comes from. The tests say where the Frontend API is.

import { Clerk } from 'clerk-wasm';

const asked = new URLSearchParams(location.search);

export const KEY = asked.get('key') ?? '';
export const clerk = new Clerk(KEY, { proxyUrl: asked.get('api') ?? '' });
