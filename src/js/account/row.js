// What a method is made of: what it takes, what it sends, and what the answer becomes.

import { clerkOf, tools } from '../flows/tools.js';
import { itself } from './answer.js';

/** Methods, by their number in Rust's `Method::ALL`. */
export const [GET, POST, PUT, PATCH, DELETE] = [0, 1, 2, 3, 4];

/** A path; what stands in it is encoded. */
export const at = (texts, ...ids) => String.raw({ raw: texts }, ...ids.map(encodeURIComponent));

/** Where the Frontend API keeps a resource, or does something with it; where it has no id yet, where it will. */
export const own =
  (action = '') =>
  ({ id, pathRoot }) =>
    id ? pathRoot + at`/${id}` + action : pathRoot;

const isPicture = file => file === null || typeof file === 'string' || file instanceof Blob;
const isText = value => typeof value === 'string' && value !== '';

/**
 * A check of a method's first argument, and what it says of another.
 * @typedef {[isRight: (value: any) => boolean, words?: string]} Takes
 */

/** @type {Takes} */
export const PARAMS = [value => tools.isObject(value), 'an object of parameters'];
/** @type {Takes} */
export const OPTIONS = [
  value => value === undefined || value === null || tools.isObject(value),
  'an object of options, or nothing',
];
/** @type {Takes} */
export const ID = [isText, 'an id'];
/** @type {Takes} */
export const TEXT = [isText, 'a text'];
/** @type {Takes} */
export const IDS = [value => Array.isArray(value), 'a list of ids'];
/** @type {Takes} */
export const PICTURE = [value => tools.isObject(value) && isPicture(value.file), 'a file: a Blob, a data URL or null'];

/** Some of the parameters; `from>to` sends one under another name. */
export const only = names => params =>
  Object.fromEntries(
    names
      .split(' ')
      .map(name => name.split('>'))
      .map(([from, to = from]) => [to, params[from]]),
  );

/** All of them. */
export const inFull = params => params;

/** A page of a list, as the Frontend API counts: from its first entry. */
export function paged(params, last = {}) {
  const { pageSize, initialPage, ...others } = params ?? {};
  const limit = pageSize ?? 10;
  return { ...others, limit, offset: ((initialPage ?? 1) - 1) * limit, ...last };
}

/** What has been asked and not answered yet, by resource: a code that is asked for twice is sent once. */
const asked = new WeakMap();

/**
 * @throws {TypeError} For an argument that a method does not take.
 * @param {string} noun
 * @param {string} name
 * @param {Takes} [takes]
 * @param {unknown} [argument]
 */
export function check(noun, name, [isRight, words] = [() => true], argument) {
  if (!isRight(argument)) throw new TypeError(`${noun[0].toLowerCase() + noun.slice(1)}.${name}() takes ${words}.`);
}

/**
 * What a method takes and sends, and what its answer becomes. All but `takes` are given the arguments; `path` and `tells` the resource.
 * @typedef {object} Row
 * @property {Takes} [takes]
 * @property {number|((...given: any[]) => number)} [method] `GET` when absent.
 * @property {(resource: any, ...given: any[]) => string} path
 * @property {(...given: any[]) => object} [search] The query.
 * @property {(...given: any[]) => object} [body] The form.
 * @property {(resource: any) => object} [tells] The form of what the resource itself shows.
 * @property {(...given: any[]) => object} [init] What `fetch` takes.
 * @property {(...given: any[]) => string} [nonce] Lets a native application rotate its token.
 * @property {boolean} [updatesClient] Whether the answer may have a client beside it.
 * @property {boolean} [isShared] Whether calls that overlap are sent once.
 * @property {(json: any, resource: any) => unknown} gives
 */

/**
 * The method of a row.
 * @param {string} noun
 * @param {string} name
 * @param {Row} row
 */
export const methodOf =
  (noun, name, row) =>
  async (resource, ...given) => {
    check(noun, name, row.takes, given[0]);
    const answer = row.isShared
      ? shared(resource, name, given, () => run(row, resource, given))
      : run(row, resource, given);
    return row.gives(await answer, resource);
  };

function shared(resource, name, given, begin) {
  const key = JSON.stringify([name, given]);
  const known = asked.get(resource) ?? new Map();
  asked.set(resource, known);
  if (!known.has(key))
    known.set(
      key,
      begin().finally(() => known.delete(key)),
    );
  return known.get(key);
}

/** @param {Row} row */
async function run(
  { method = GET, path, search, body, tells, init, nonce, updatesClient = false, gives },
  resource,
  given,
) {
  // A method of the Clerk object itself needs no resource.
  const clerk = resource[tools.HIDDEN] ? clerkOf(resource) : resource;
  const number = typeof method === 'function' ? method(...given) : method;
  return tools.request(clerk, number, path(resource, ...given), queryOf(search?.(...given)), {
    params: body?.(...given) ?? tells?.(resource),
    init: init?.(...given),
    nonce: nonce?.(...given),
    updatesClient,
    isOwn: gives === itself,
  });
}

/** The query of an object; lists repeat their key, as everywhere. */
const queryOf = search =>
  search
    ? String(
        new URLSearchParams(
          Object.entries(search).flatMap(([key, value]) =>
            [value]
              .flat()
              .filter(one => one !== undefined)
              .map(one => [key, one]),
          ),
        ),
      )
    : '';
