// An emulator of one's own: started on a free port, and set up anew for each run of a scenario.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const READY = /listening on http:\/\/127\.0\.0\.1:(\d+)/u;

/** Starts `program` and resolves with its address once it says that it listens. */
export async function startEmulator(program) {
  const child = spawn(program, ['--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise((resolve, reject) => {
    lines.on('line', line => {
      const found = READY.exec(line);
      if (found) resolve(found[1]);
    });
    child.on('error', reject);
    child.on('exit', code => reject(new Error(`the emulator ended with ${code} before it listened`)));
  });
  const url = `http://localhost:${port}`;
  return {
    url,
    control: (call, body) => control(url, call, body),
    stop: () => new Promise(resolve => child.once('exit', resolve) && child.kill()),
  };
}

/** Calls a control route, such as `POST faults`; a refusal is an error with the emulator's own words. */
async function control(url, call, body) {
  const [method, path] = call.split(' ');
  const response = await fetch(`${url}/_emulator/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${call} was refused with ${response.status}: ${text}`);
  return text ? JSON.parse(text) : undefined;
}
