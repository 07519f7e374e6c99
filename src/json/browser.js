// What `browser.rs` asks of a JSON value, each in one call.

const isTree = value => typeof value === 'object' && value !== null;

export const get = (value, key) => (isTree(value) ? value[key] : undefined);
export const put = (object, key, value) => {
  object[key] = value;
};
export const copy = value => (isObject(value) ? { ...value } : {});
export const keys = value => (isObject(value) ? Object.keys(value) : []);
export const items = value => (Array.isArray(value) ? value : []);
export const placeOf = (list, id, guess) =>
  list?.[guess]?.id === id ? guess : items(list).findIndex(item => item?.id === id);
export const at = (list, place) => items(list)[place];
export const isArray = Array.isArray;
export const isObject = value => isTree(value) && !Array.isArray(value);
export const parse = text => {
  try {
    return JSON.parse(text);
  } catch {}
};
export const stringify = value => {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // A cycle, or a number that JSON does not have.
    return String(value);
  }
};
export const field = value => (typeof value === 'string' ? value : stringify(value));
