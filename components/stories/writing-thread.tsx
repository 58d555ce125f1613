import { Thread } from "#components/ui/thread.tsx";
import { MAX_WEIGHT } from "#lib/stories/length.ts";

/** The thread under the form's field: fills as one writes, and breaks at the limit. */
export function WritingThread({ weight }: { weight: number }) {
  if (weight <= MAX_WEIGHT) return <Thread reach={weight / MAX_WEIGHT} />;
  return (
    <svg className="thread" aria-hidden="true" focusable="false">
      {/* Whole up to the break, drawn from the far end because only that is known in pixels. */}
      <line className="thread-line" x1="0" y1="3.5" x2="91%" y2="3.5" />
      <svg x="91%" overflow="visible">
        <path className="thread-line" d="M0 3.5c4 0 7-1 9-3M0 3.5c4 0 7 2 8 5" />
        <path className="thread-line" d="M26 11c-4 1-7 0-9-3M26 11c-3 3-6 4-10 4M26 11l10 5" />
        <circle className="thread-knot" cx="37" cy="16.5" r="3.5" />
      </svg>
    </svg>
  );
}
