// The package in a new application of Astro: the scripts of its pages, and what its server itself loads.
import { frameworkTests } from '../lib/framework.mjs';

const ASTRO = 'node_modules/astro/astro.js';

const configuration = {
  'astro.config.mjs': `import node from '@astrojs/node';

export default { output: 'server', adapter: node({ mode: 'standalone' }), devToolbar: { enabled: false } };
`,
};

const filesOf = name => ({
  [`src/pages/${name}.astro`]: `<html lang="en">
  <head><title>loading</title><link rel="icon" href="data:," /></head>
  <body>
    <script>
      import { main } from '../clerk/${name}.js';
      main();
    </script>
  </body>
</html>
`,
  [`src/pages/server/${name}.astro`]: `---
import { main } from '../../clerk/${name}.server.js';
const id = await main();
---
<p>{id}</p>
`,
});

frameworkTests('Astro 5', {
  configuration,
  filesOf,
  packages: ['astro@5', '@astrojs/node@9'],
  develop: [ASTRO, 'dev', '--port', '0'],
  build: [ASTRO, 'build'],
  built: './dist/server/entry.mjs',
  // By its Vite 6.
  lacksWasm: true,
});
