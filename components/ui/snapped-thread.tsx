/** A thread that has snapped: where something was to be, and is not. */
export function SnappedThread({ className = "" }: { className?: string }) {
  return (
    <svg width="220" height="30" viewBox="0 0 220 30" className={className} aria-hidden="true" focusable="false">
      <path className="thread-line" d="M1 9h86c6 0 11-1.500 15-4.500M87 9c6 0 11 1 14 4" />
      <path className="thread-line" d="M124 20c5-2.500 11-3.500 17-2l58 9.500M124 16c4 0 8 .5 12 1.800" />
      <circle className="thread-knot" cx="203" cy="26" r="4" />
    </svg>
  );
}
