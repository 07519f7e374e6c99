/** What is behind a resource. Not `#private`: that breaks inside the proxies of Vue and of mocking libraries. */
export const HIDDEN = Symbol();

/** Behind the last method of a handle is what it is a handle of, and before that one the Clerk object that it belongs to. */
export const OWNER = -1;
const CLERK = -2;

/** The Clerk object that a resource belongs to, if any. */
export const clerkOf = resource => resource[HIDDEN].handle?.call(CLERK, []);

/** The methods of a Clerk object that give the environment's JSON, and its hooks. */
export const ENVIRONMENT = Symbol();
export const HOOKS = Symbol();

/** What the instance allows, as the Frontend API sends it; null before it is there. */
export const environmentOf = clerk => clerk[ENVIRONMENT]();

/** What the application has given `load()`. */
export const optionsOf = clerk => clerk[HOOKS]().options;

/** What is known of a Clerk object's other pages: what the application says, and what the environment names. */
export const instanceOf = clerk => ({ clerk, options: optionsOf(clerk), pages: environmentOf(clerk)?.display_config });
