/** Lets so many of this process work at once; others wait in the order they came. */
export function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (busy < most) busy += 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      // Whoever waits takes over the place itself, so that nobody comes in between.
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
