// What an error boundary imports: a guard, and nothing of WebAssembly.
import { isClerkAPIResponseError } from 'clerk-wasm/slim';

console.log(JSON.stringify([new Error('another'), null].map(error => isClerkAPIResponseError(error))));
