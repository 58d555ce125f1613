type ThreadProps = {
  /** How far it reaches, 0 to 1. */
  reach: number;
  className?: string;
};

/** The line that is as long as what it stands under. Says nothing that words don't say too. */
export function Thread({ reach, className = "" }: ThreadProps) {
  const end = `${Math.round(Math.min(Math.max(reach, 0), 1) * 1000) / 10}%`;
  return (
    <svg className={`thread ${className}`} aria-hidden="true" focusable="false">
      <line className="thread-rest" x1="0" y1="3.5" x2="100%" y2="3.5" />
      <line className="thread-line" x1="0" y1="3.5" x2={end} y2="3.5" />
      <circle className="thread-knot" cx={end} cy="3.5" r="3.5" />
    </svg>
  );
}
