// Started with the entry, the Frontend API's address and a publishable key.
const [name, proxyUrl, publishableKey] = process.argv.slice(2);
const { default: init, initSync, ...exported } = require(name);

async function main() {
  await init?.();
  const clerk = new exported.Clerk(publishableKey, { proxyUrl });
  await clerk.load({ standardBrowser: false });
  const refused = await clerk.createOrganization({ name: 'Acme' }).catch(error => error.constructor.name);
  console.log(
    JSON.stringify({
      id: clerk.client.id,
      names: Object.keys(exported)
        .filter(key => key !== '__esModule')
        .sort(),
      refused,
    }),
  );
}

void main();
