// The linear memory of WebAssembly modules that start after this one.

const memories = [];
const { Instance } = WebAssembly;

WebAssembly.Instance = class extends Instance {
  constructor(...args) {
    super(...args);
    memories.push(...Object.values(this.exports).filter(value => value instanceof WebAssembly.Memory));
  }
};

/** How large they are, in bytes; it never shrinks. */
export const memoryBytes = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
