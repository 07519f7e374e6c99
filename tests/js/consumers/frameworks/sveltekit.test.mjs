// The package in a new application of SvelteKit: its pages, which its server renders too, and what the server itself loads.
import { frameworkTests } from '../lib/framework.mjs';

const VITE = 'node_modules/vite/bin/vite.js';

const configuration = {
  'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';

export default { plugins: [sveltekit()] };
`,
  'svelte.config.js': `import adapter from '@sveltejs/adapter-node';

export default { kit: { adapter: adapter() } };
`,
  'src/app.html': `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>loading</title><link rel="icon" href="data:,">%sveltekit.head%</head>
  <body><div>%sveltekit.body%</div></body>
</html>
`,
};

const filesOf = name => ({
  [`src/routes/${name}/+page.svelte`]: `<script>
  import { onMount } from 'svelte';
  import { main } from '../../clerk/${name}.js';

  onMount(() => void main());
</script>
`,
  [`src/routes/server/${name}/+page.server.js`]: `import { main } from '../../../clerk/${name}.server.js';

export const load = async () => ({ id: await main() });
`,
  [`src/routes/server/${name}/+page.svelte`]: `<script>
  const { data } = $props();
</script>

<p>{data.id}</p>
`,
});

frameworkTests('SvelteKit 2', {
  configuration,
  filesOf,
  packages: ['@sveltejs/kit@2', '@sveltejs/adapter-node@5', '@sveltejs/vite-plugin-svelte@7', 'svelte@5', 'vite@8'],
  develop: [VITE, 'dev', '--host', 'localhost', '--port', '0'],
  build: [VITE, 'build'],
  built: './build/index.js',
});
