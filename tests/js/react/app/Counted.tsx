import { useEffect } from 'react';

const counts: Record<string, number> = {};
Object.assign(window, { counts });

/** Counts how often whoever calls it was rendered anew. */
export function useCount(name: string) {
  useEffect(() => {
    counts[name] = (counts[name] ?? 0) + 1;
  });
}

/** Somebody who asks Clerk for nothing, and is not to be disturbed. */
export function Counted({ name }: { name: string }) {
  useCount(name);
  return null;
}
