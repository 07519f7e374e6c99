// The package in a new application of Nuxt: its pages, which its server renders too, and a route of the server itself.
import { frameworkTests } from '../lib/framework.mjs';

const NUXT = 'node_modules/nuxt/bin/nuxt.mjs';

const configuration = {
  'nuxt.config.js': `export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: false,
  devtools: { enabled: false },
  app: { head: { title: 'loading', link: [{ rel: 'icon', href: 'data:,' }] } },
});
`,
  'app/app.vue': '<template><NuxtPage /></template>\n',
};

const filesOf = name => ({
  [`app/pages/${name}.vue`]: `<script setup>
import { main } from '~~/src/clerk/${name}.js';

onMounted(() => void main());
</script>

<template><p>a page</p></template>
`,
  [`server/routes/server/${name}.get.js`]: `import { main } from '~~/src/clerk/${name}.server.js';

export default defineEventHandler(() => main());
`,
});

frameworkTests('Nuxt 4', {
  configuration,
  filesOf,
  // Newer ones need Node 22.
  packages: ['nuxt@4.4.5'],
  develop: [NUXT, 'dev', '--host', 'localhost', '--port', '0'],
  build: [NUXT, 'build'],
  built: './.output/server/index.mjs',
  // By its Vite 7.
  lacksWasm: true,
});
