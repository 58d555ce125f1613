import { localized } from "#lib/locale.ts";

/** The site's name with its thread. */
export function SiteMark({ name }: { name: string }) {
  return (
    <a
      href={localized("/")}
      className="inline-flex min-h-target items-center gap-2.5 font-serif text-[1.25rem] leading-[1.1] font-semibold tracking-[-0.01em] no-underline"
    >
      <svg width="31" height="8" className="flex-none" aria-hidden="true" focusable="false">
        <line className="thread-line" x1="1" y1="4" x2="26" y2="4" />
        <circle className="thread-knot" cx="27" cy="4" r="4" />
      </svg>
      {name}
    </a>
  );
}
