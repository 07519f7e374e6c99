// The two clients, each made as an application makes it.

const script = (url, attributes) =>
  new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement('script'), { src: url, onload: resolve, onerror: reject });
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.head.append(element);
  });

/** The class `Clerk` of clerk-js, from its CDN build, which makes one of its own from the tag's attributes. */
async function clerkJs(folder) {
  await script(`/${folder}/clerk.browser.js`, { 'data-clerk-publishable-key': 'pk_live_dW51c2VkLmV4YW1wbGUk' });
  const { constructor: Clerk } = window.Clerk;
  delete window.Clerk;
  return Clerk;
}

async function clerkWasm() {
  const { Clerk } = await import('/clerk-wasm/index.js');
  // What is loaded when it is first used is loaded before: the time that it takes is no behaviour.
  await Promise.all(['second', 'flows'].map(name => import(`/clerk-wasm/${name}.js`)));
  return Clerk;
}

export const classOf = name => (name === 'clerk-wasm' ? clerkWasm() : clerkJs(name));
