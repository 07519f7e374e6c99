// A wallet of Solana's that is this page, by the Wallet Standard: its key is made here, and stays while the page is open.

const CHAIN = 'solana:mainnet';
const NAME = 'Demo Wallet';
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Registers the wallet; gives its address. Nothing where the browser has no Ed25519. */
export async function offerDemoWallet() {
  const keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']).catch(() => null);
  if (!keys) return null;
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
  const account = { address: base58(publicKey), publicKey, chains: [CHAIN], features: ['solana:signMessage'] };
  const wallet = {
    version: '1.0.0',
    name: NAME,
    icon: 'data:image/svg+xml,',
    chains: [CHAIN],
    accounts: [account],
    features: {
      'standard:connect': { version: '1.0.0', connect: async () => ({ accounts: [account] }) },
      'solana:signMessage': {
        version: '1.1.0',
        signMessage: async ({ message }) => [await sign(keys.privateKey, message)],
      },
    },
  };
  addEventListener('wallet-standard:app-ready', ({ detail }) => detail.register(wallet));
  return account.address;
}

async function sign(key, message) {
  return { signedMessage: message, signature: new Uint8Array(await crypto.subtle.sign('Ed25519', key, message)) };
}

function base58(bytes) {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (; number > 0n; number /= 58n) text = ALPHABET[Number(number % 58n)] + text;
  const zeros = bytes.findIndex(byte => byte !== 0);
  return ALPHABET[0].repeat(zeros) + text;
}
