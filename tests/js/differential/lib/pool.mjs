// As many arenas as play side by side. Each is opened when it is first needed.
import { openArena } from './arena.mjs';

export class Pool {
  #free = [];
  #opened = [];

  /** Runs `work` with an arena that nobody else has meanwhile. */
  async with(work) {
    const arena = await (this.#free.pop() ?? this.#open());
    try {
      return await work(arena);
    } finally {
      this.#free.push(arena);
    }
  }

  #open() {
    const arena = openArena(this.#opened.length + 1);
    this.#opened.push(arena);
    return arena;
  }

  async close() {
    await Promise.all(this.#opened.map(async arena => (await arena).close()));
  }
}
