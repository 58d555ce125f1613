import { localized } from "#lib/locale.ts";
import type { HeartedSince } from "#lib/finding/queries.ts";

/** The other of the two. */
export function HeartedIntro({ since }: { since: HeartedSince }) {
  return (
    <a
      href={localized(since === "week" ? "/hearted" : "/hearted/week")}
      className="inline-flex min-h-target items-center text-ui"
    >
      {since === "week" ? "Of all time" : "Only this week"}
    </a>
  );
}
