export function duration(milliseconds: number): string;

/**
 * Does `work` and tells how it goes. `done` is the sentence afterwards; null when nothing worth a
 * line was done.
 */
export function step<T>(
  doing: string,
  work: (progress: (text: string) => void) => Promise<T>,
  done?: (result: T) => string | null,
): Promise<T>;
