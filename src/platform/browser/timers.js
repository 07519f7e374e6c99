// In Node a timer would keep the process alive for as long as the longest wait that nobody waits for any more.
export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms)?.unref?.());
