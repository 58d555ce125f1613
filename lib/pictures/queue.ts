/**
 * Lets a few at a time through and keeps a few waiting; who comes then is told to come back. So many
 * pictures at once take longer, and never more memory.
 */
export type Queue = {
  /** Null when too many wait already: `work` was not begun. */
  run<T>(work: () => Promise<T>): Promise<T | null>;
};

export function newQueue(limits: { atOnce: number; waiting: number }): Queue {
  const waiting: (() => void)[] = [];
  let running = 0;

  return {
    async run(work) {
      if (running >= limits.atOnce) {
        if (waiting.length >= limits.waiting) return null;
        // Whoever ends hands its place over: nobody else can take it in between.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
