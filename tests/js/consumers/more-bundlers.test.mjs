// Bundlers that `tests/js` does not have.
import { Application } from './lib/application.mjs';
import { inFunction } from './lib/example.mjs';
import { PUBLISHABLE_KEY } from './lib/frontend-api.mjs';
import { bring, ENTRIES, LIMIT_MS, matrix, showsBuilt, thorough } from './lib/thorough.mjs';

const application = new Application();

/** The example for a bundler that knows no `import.meta.env`. Parcel builds for browsers without `await` at the top of a module. */
function plain(entry) {
  const { index, main } = inFunction(entry);
  const code = main.replace('import.meta.env.VITE_CLERK_PUBLISHABLE_KEY', `'${PUBLISHABLE_KEY}'`);
  return { 'index.html': index, 'main.js': code };
}

thorough.each(ENTRIES)('Parcel 2, %s', { timeout: LIMIT_MS }, async entry => {
  const project = await bring(application, plain(entry), 'parcel@2');
  await project.run('node_modules/parcel/lib/bin.js', 'build', 'index.html', '--no-cache');
  await showsBuilt(application);
});

thorough.each(matrix(['1', '2']))('Rspack %s, %s', { timeout: LIMIT_MS }, async (version, entry) => {
  const files = plain(entry);
  const project = await bring(application, files, `@rspack/core@${version}`, `@rspack/cli@${version}`);
  await project.run('node_modules/@rspack/cli/bin/rspack.js', 'build', '--mode', 'production', '--entry', './main.js');
  await project.write({ 'dist/index.html': files['index.html'] });
  await showsBuilt(application);
});
