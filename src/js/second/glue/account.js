// What users and organizations give: the objects that their answers become. What is asked, and whether an answer fits, Rust has decided.

import { first } from './first.js';

/** The JSON behind a resource; none is behind a Clerk object, which has methods of this kind too. */
export const dataOf = resource => resource[first.HIDDEN]?.json;

/** The name of a resource's noun, and where it is kept. */
export const placeOf = resource => [resource[first.HIDDEN].noun.name, resource.pathRoot];

/** Tells of a noun, with the names of its methods. */
export const defineNoun = (name, fields, methods) =>
  first.define(name, fields, methods ? first.accounts(name, methods) : {});

/** Through what the methods of a new resource reach the network: as the one that has asked does, or through its Clerk object. */
const handleOf = resource => (resource[first.HIDDEN] ? resource[first.HIDDEN].handle : { clerk: () => resource });

const one = (json, resource, noun) => first.create(noun, json, handleOf(resource));
const list = (json, resource, noun) => json.filter(first.isObject).map(item => one(item, resource, noun));

/** What an answer becomes, by the names of `Gives` in `row.rs`. */
const makers = {
  One: one,
  List: list,
  Page: ({ data, total_count, ...others }, resource, noun, beside) => ({
    data: list(data, resource, noun),
    total_count,
    ...(beside && { [beside]: others[beside] }),
  }),
  Bulk: ({ data, errors }, resource, noun) => ({ data: list(data, resource, noun), errors: errors ?? [] }),
  Deleted(json) {
    const { object = '', id, slug, deleted = false } = json ?? {};
    return { object, id, slug, deleted };
  },
  Challenge(json) {
    const { challenge, challenge_id, trusted_device_id, client_data, expires_at, algorithm } = json ?? {};
    return {
      challenge,
      challengeId: challenge_id,
      trustedDeviceId: trusted_device_id ?? null,
      clientData: client_data,
      expiresAt: expires_at ? new Date(expires_at * 1000) : null,
      algorithm,
    };
  },
};

export const become = (gives, json, resource, noun, beside) => makers[gives](json, resource, noun, beside);
