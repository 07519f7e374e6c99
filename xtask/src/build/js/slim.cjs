// `./slim` for `require`: the module is in the script and has started, so that there is nothing to wait for.
module.exports = { ...require('./index.cjs'), __esModule: true, default: async () => {}, initSync() {} };
