/** What is behind a resource. Not `#private`: that breaks inside the proxies of Vue and of mocking libraries. */
export const HIDDEN = Symbol();

/** Behind the last method of a handle is what it is a handle of, and before that one the Clerk object that it belongs to. */
export const OWNER = -1;
const CLERK = -2;

/** The Clerk object that a resource belongs to, if any. */
export const clerkOf = resource => resource[HIDDEN].handle?.call(CLERK, []);

/** The method of a Clerk object that gives the environment's JSON. */
export const ENVIRONMENT = Symbol();

/** What the instance allows, as the Frontend API sends it; null before it is there. */
export const environmentOf = clerk => clerk[ENVIRONMENT]();
