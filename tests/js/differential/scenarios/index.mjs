// The scenarios by area.
import { scenarios as load } from './load.mjs';
import { scenarios as session } from './session.mjs';

export const areas = { load, session };
