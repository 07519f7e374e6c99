// Vite's earlier versions; the one of `tests/js` is in every run.
import { Application } from './lib/application.mjs';
import { example, inFunction } from './lib/example.mjs';
import { serveFrontendApi } from './lib/frontend-api.mjs';
import { bring, LIMIT_MS, matrix, shows, showsBuilt, thorough } from './lib/thorough.mjs';
import { worker } from './lib/worker.mjs';

const VITE = 'node_modules/vite/bin/vite.js';
const application = new Application();

thorough.each(matrix(['5', '6', '7']))(
  'Vite %s, %s, the development server and the build',
  { timeout: LIMIT_MS },
  async (version, entry) => {
    // Vite 5 and 6 build for browsers without `await` at the top of a module.
    const files = { ...example(entry), 'main.js': inFunction(entry).main };
    const project = await bring(application, files, `vite@${version}`);
    const server = await project.serve([VITE, '--host', 'localhost', '--port', '0'], /http:\/\/localhost:\d+\//u);
    try {
      await shows(application, server.url);
    } finally {
      await server.close();
    }
    await project.run(VITE, 'build');
    await showsBuilt(application);
  },
);

// A worker is one script there, if the configuration does not say `worker: { format: 'es' }`: a package that loads something later is refused.
thorough.each(['5', '6', '7'])('Vite %s, clerk-wasm/complete in a worker', { timeout: LIMIT_MS }, async version => {
  const api = await serveFrontendApi();
  const main = `new Worker(new URL('./worker.js', import.meta.url)).onmessage = ({ data }) => { document.title = data };`;
  const files = { ...example('.'), 'main.js': main, 'worker.js': worker('clerk-wasm/complete', api.url) };
  try {
    const project = await bring(application, files, `vite@${version}`);
    await project.run(VITE, 'build');
    await showsBuilt(application);
  } finally {
    await api.close();
  }
});
