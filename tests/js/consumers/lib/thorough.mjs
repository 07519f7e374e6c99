// What the tests share whose tool npm has to bring: they are too slow for every run, so only `--thorough` has them. docs/consumers.md is the
// table of what they showed.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLIENT_ID } from './frontend-api.mjs';
import { Project } from './project.mjs';
import { serveFolder } from './server.mjs';

export const LIMIT_MS = 300_000;
export const thorough = test.runIf(process.env.THOROUGH);
export const ENTRIES = ['.', './slim'];

export const matrix = versions => versions.flatMap(version => ENTRIES.map(entry => [version, entry]));
export const packageOf = entry => (entry === '.' ? 'clerk-wasm' : 'clerk-wasm/slim');
/** The console tells whoever's page loads more than it has to; that is no failure here. */
const isAdvice = complaint => complaint.includes('clerk_wasm_bg.wasm');

/** Gives `holder` a project of `files` with `packages`, or npm's options, and prints the versions that npm found, for the table. */
export async function bring(holder, files, ...packages) {
  holder.project = await Project.create(files);
  await holder.project.add(...packages);
  const names = packages.filter(wanted => !wanted.startsWith('--')).map(wanted => wanted.replace(/(?<=.)@.*$/u, ''));
  for (const name of names) {
    const { version } = JSON.parse(readFileSync(holder.project.file(`node_modules/${name}/package.json`), 'utf8'));
    process.stdout.write(`${name} ${version}\n`);
  }
  return holder.project;
}

/** The page of `url` comes to its end, and complains of nothing. */
export async function shows(application, url) {
  const { title, complaints } = await application.visit(url);
  expect({ title, complaints: complaints.filter(complaint => !isAdvice(complaint)) }).toEqual({
    title: CLIENT_ID,
    complaints: [],
  });
}

/** So does the page that a tool has built in the project's `dist`. */
export async function showsBuilt(application) {
  application.server = await serveFolder(application.project.file('dist'));
  await shows(application, `${application.server.url}/`);
}
