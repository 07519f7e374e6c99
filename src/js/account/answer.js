// What an answer becomes.

import { failure, tools } from '../flows/tools.js';

/** Through what the methods of a new resource reach the network: as the one that has asked does, or through its Clerk object. */
const handleOf = resource => (resource[tools.HIDDEN] ? resource[tools.HIDDEN].handle : { clerk: () => resource });

const unexpected = () => failure('unexpected_answer', 'The answer of the Frontend API has an unexpected shape.');

function objects(list) {
  if (!Array.isArray(list)) throw unexpected();
  return list.filter(tools.isObject);
}

/** The resource itself, with its new state; as it is where the answer has no content, or was overtaken. */
export function itself(json, resource) {
  if (json === null) return resource;
  if (!tools.isObject(json)) throw unexpected();
  tools.update(resource, json);
  return resource;
}

/** Nothing. What was deleted stays what it was. */
export const nothing = () => {};

/** Another resource. */
export const one = noun => (json, resource) => {
  if (!tools.isObject(json)) throw unexpected();
  return tools.create(noun, json, handleOf(resource));
};

/** A list of resources. */
export const list = noun => (json, resource) => objects(json).map(item => one(noun)(item, resource));

/** A page of a list, with how long that is, and what else stands beside. */
export const page =
  (noun, others = '') =>
  (json, resource) => {
    const { data, total_count, ...rest } = json ?? {};
    return {
      data: list(noun)(data, resource),
      total_count,
      ...(others && { [others]: rest[others] }),
    };
  };

/** What is left of something that was deleted. */
export const deleted = json => {
  const { object = '', id, slug, deleted = false } = json ?? {};
  return { object, id, slug, deleted };
};
