// wasm-bindgen's classes keep a pointer in `__wbg_ptr`, show no fields and lose `this` when a method is taken off them.
// An adopted class is like any other resource: its fields are the object's own, its methods stay bound, and the pointer
// is not seen.

/** Prepares the classes of the package; its entries call this before anything else. */
export function prepare({ Clerk, ClientResource, clientFromJSON }) {
  adopt(Clerk);
  adopt(ClientResource);
  // wasm-bindgen cannot export a static method beside a method of the same name.
  ClientResource.fromJSON = clientFromJSON;
}

/** Makes the objects of a wasm-bindgen class look and behave like the resources of clerk-js. */
function adopt(Class) {
  const { prototype } = Class;
  const fields = {};
  for (const [name, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (get && name.endsWith('Attempt')) continue; // An alias is not shown beside what it names.
    if (get) {
      fields[name] = { get, enumerable: true, configurable: true };
    } else if (name !== 'constructor') {
      Object.defineProperty(prototype, name, {
        configurable: true,
        get() {
          const bound = value.bind(this);
          if (this !== prototype) define(this, name, bound);
          return bound;
        },
        set(replacement) {
          define(this, name, replacement);
        },
      });
    }
  }
  Object.defineProperty(prototype, '__wbg_ptr', {
    configurable: true,
    set(pointer) {
      define(this, '__wbg_ptr', pointer);
      Object.defineProperties(this, fields);
    },
  });
}

const define = (object, name, value) => Object.defineProperty(object, name, { value, writable: true, configurable: true });
