// What the first part gives to this one: what has to be the page's own, such as the classes of errors.

/** @type {typeof import('../../glue/lazy.js').tools} */
export let first;

export const receive = given => {
  first = given;
};
