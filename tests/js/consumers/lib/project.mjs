// A user's project: an empty folder into which npm installs the packed package, and nothing else.
import { execFile, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';

const execute = promisify(execFile);

// `cargo xtask test vitest` unpacks the tarball into the first; who runs vitest alone has at least the second.
const PLACES = ['../../node_modules/clerk-wasm', '../../../../pkg'].map(path =>
  fileURLToPath(new URL(path, import.meta.url)),
);

// What npm and vitest tell their children would be configuration: NODE_ENV=test alone changes what Vite builds.
const FOREIGN = /^(npm_|node_env$|node_options$|vite|mode$|dev$|prod$|ssr$|base_url$|test$|force_color$)/iu;
const environment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name))),
  NO_COLOR: '1',
});

/** Runs a program to its end; resolves with its `{ stdout, stderr }`, rejects with what it said when it failed. */
async function run(program, args, cwd, timeout = 60_000) {
  try {
    return await execute(program, args, { cwd, env: environment(), timeout });
  } catch (error) {
    throw new Error(`${[program, ...args].join(' ')} failed\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}

export class Project {
  /** @param {Record<string, string>} files Text by relative path. */
  static async create(files = {}) {
    const project = new Project();
    project.path = await mkdtemp(join(realpathSync(tmpdir()), 'clerk-wasm-consumer-'));
    try {
      await project.#install(files);
      return project;
    } catch (error) {
      await project.remove();
      throw error;
    }
  }

  async #install(files) {
    this.app = join(this.path, 'app');
    this.packed = await this.#pack();
    await this.write({ 'package.json': '{ "name": "app", "private": true, "type": "module" }\n', ...files });
    const options = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--cache', join(this.path, 'cache')];
    await run('npm', ['install', ...options, join('..', this.packed.filename)], this.app);
  }

  /** Packs the package; resolves with npm's `{ filename, files }`. */
  async #pack() {
    const source = PLACES.find(place => existsSync(join(place, 'package.json')));
    if (!source) throw new Error('The package is not built. Run: cargo xtask build');
    const { stdout } = await run(
      'npm',
      ['pack', source, '--json', '--ignore-scripts', '--cache', join(this.path, 'cache')],
      this.path,
    );
    return JSON.parse(stdout)[0];
  }

  /** Writes text by relative path. */
  async write(files) {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(this.file(name)), { recursive: true });
      await writeFile(this.file(name), text);
    }
  }

  /** Runs a script of this project in Node; resolves with the JSON that it prints. A warning is a failure. */
  node = (script, ...args) => this.#answer(process.execPath, [script, ...args]);

  /** The same in another runtime: `program` is a file of this project. */
  runtime = (program, ...args) => this.#answer(this.file(program), args);

  async #answer(program, args) {
    const { stdout, stderr } = await run(program, args, this.app);
    if (stderr) throw new Error(`${[program, ...args].join(' ')} wrote to stderr:\n${stderr}`);
    return JSON.parse(stdout);
  }

  /** Runs a tool of `tests/js`, given by the path of its script, in this project's folder. */
  tool = (script, ...args) => run(process.execPath, [script, ...args], this.app);

  /** Installs packages from npm: for what is too much to have it in `tests/js`. */
  add = (...packages) => run('npm', ['install', '--no-audit', '--no-fund', ...packages], this.app, 240_000);

  /** Runs a script of a package of this project. */
  run = (script, ...args) => run(process.execPath, [this.file(script), ...args], this.app, 240_000);

  /** Starts such a script as a server; resolves with `{ url, close }` once it has written an address that fits. */
  async serve([script, ...args], address) {
    const child = spawn(process.execPath, [this.file(script), ...args], { cwd: this.app, env: environment() });
    let said = '';
    const url = await new Promise((resolve, reject) => {
      const hear = text => {
        said += stripVTControlCharacters(String(text));
        const [found] = address.exec(said) ?? [];
        if (found) resolve(found);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('exit', code => reject(new Error(`${script} ended with ${code}\n${said}`)));
    });
    return { url, close: () => new Promise(resolve => child.once('exit', resolve) && child.kill()) };
  }

  file = name => join(this.app, name);

  remove = () => rm(this.path, { recursive: true, force: true, maxRetries: 5 });
}
