// Reading a resource again.

import { failure, tools } from '../flows/tools.js';
import { itself } from './answer.js';
import { OPTIONS, own } from './row.js';

/** @import { Row } from './row.js' */

/** Where nothing can be read again. */
const nowhere = ['', '/me', 'tokens'];

function placeOf(resource) {
  const { name } = resource[tools.HIDDEN].noun;
  if (name === 'User') return '/me';
  if (!resource.id || nowhere.includes(resource.pathRoot)) {
    throw failure('not_reloadable', `${name} is a part of another resource: that one can be read again.`);
  }
  return own()(resource);
}

/** @type {Row} */
export const reload = {
  takes: OPTIONS,
  path: placeOf,
  nonce: params => params?.rotatingTokenNonce,
  init: params => params?.signal && { signal: params.signal },
  updatesClient: true,
  gives: itself,
};
