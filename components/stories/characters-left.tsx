import * as submit from "#lib/generated/messages/submit.ts";
import { MAX_WEIGHT } from "#lib/stories/length.ts";

const thresholds = [50, 20, 10, 0];

/** Only what is worth interrupting for: the last threshold passed, or that it is too long. */
function spoken(left: number): string {
  if (left < 0) return submit.overLimit();
  const passed = thresholds.findLast((threshold) => left <= threshold);
  if (passed === undefined) return "";
  return passed === 0 ? submit.exactlyFull() : submit.leftAtMost({ most: passed });
}

/** The count, exact for whoever looks; screen readers are told at thresholds, not at each key. */
export function CharactersLeft({ id, weight }: { id: string; weight: number }) {
  const left = MAX_WEIGHT - weight;
  return (
    <>
      <p
        id={id}
        role="status"
        aria-live="off"
        className={`mt-2.5 text-small tabular-nums ${left < 0 ? "font-medium text-thread" : "text-quiet"}`}
      >
        {left < 0 ? submit.overBy({ over: -left, limit: MAX_WEIGHT }) : submit.left({ left })}
      </p>
      <p aria-live="polite" className="sr-only">
        {spoken(left)}
      </p>
    </>
  );
}
