// What `./slim` has besides: the module has started, so that there is nothing to wait for.
export default async () => {};
export const initSync = () => {};
