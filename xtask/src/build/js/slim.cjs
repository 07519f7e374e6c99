// `./slim` for `require`: the module is in the script and has started, so that there is nothing to wait for.
Object.defineProperty(exports, '__esModule', { value: true });
Object.assign(exports, require('./index.cjs'));
exports.default = async () => {};
exports.initSync = () => {};
