// Started with the entry, the Frontend API's address and a publishable key. Tells what the second part and the files after it gave.
const [name, proxyUrl, publishableKey] = process.argv.slice(2);
const { default: init, Clerk } = await import(name);

await init?.();
const clerk = new Clerk(publishableKey, { proxyUrl });
await clerk.load({ standardBrowser: false });
const organization = await clerk.getOrganization('org_consumer');
const { error } = await clerk.client.signUp.__internal_future.create({ emailAddress: 'ada@example.com' });
console.log(
  JSON.stringify({ id: clerk.client.id, organization: organization.name, signUp: error ?? clerk.client.signUp.id }),
);
