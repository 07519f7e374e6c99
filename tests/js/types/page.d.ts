// What our JavaScript uses of pages, and the compiler's own types do not have.

interface Window {
  /** A wallet of the browser's, of those that are older than EIP-6963. */
  ethereum?: unknown;
}

interface WindowEventMap {
  /** EIP-6963: a wallet of Ethereum's says what it is. */
  'eip6963:announceProvider': CustomEvent<{ info: { name: string }; provider: unknown }>;
  /** The Wallet Standard: a page asks wallets to register themselves. */
  'wallet-standard:app-ready': CustomEvent<{ register: (...wallets: object[]) => void }>;
  /** The Wallet Standard: a wallet asks to be registered. */
  'wallet-standard:register-wallet': CustomEvent<(page: { register: (...wallets: object[]) => () => void }) => void>;
}

interface BroadcastChannel {
  /** Node's: it does not keep the process alive. */
  unref?(): void;
}

/** A module that was compiled before the program began, as workerd's bundler has it. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
