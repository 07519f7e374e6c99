import init, { Clerk } from 'clerk-wasm/slim';

await init();
new Clerk(`pk_live_${btoa('clerk.example.com$')}`);
console.log(JSON.stringify('works'));
