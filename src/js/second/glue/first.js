// What the first part gives to this one: what has to be the page's own, such as the classes of errors.

/**
 * @type {typeof import('../../glue/lazy.js').tools
 *   & Pick<typeof import('../../glue/resource.js'), 'accounts'|'create'|'define'>
 *   & Pick<typeof import('../../glue/hidden.js'), 'HIDDEN'>
 *   & Pick<typeof import('../../glue/camel.js'), 'isObject'>}
 */
export let first;

export const receive = given => {
  first = given;
};
