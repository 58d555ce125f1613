/** A thread that has snapped: where something was to be, and is not. */
export function SnappedThread({ className = "" }: { className?: string }) {
  return (
    <svg
      width="220"
      height="34"
      viewBox="0 0 220 34"
      className={className}
      aria-hidden="true"
      focusable="false"
    >
      <path className="thread-line" d="M1 9h86c6 0 11-1.5 15-4.5M87 9c6 0 11 1 14 4" />
      <path className="thread-line" d="M124 20c5-2.5 11-3.5 17-2l60 9.8M124 16c4 0 8 .5 12 1.8" />
      <circle className="thread-knot" cx="203" cy="28" r="4" />
    </svg>
  );
}
