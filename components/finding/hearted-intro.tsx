import type { HeartedSince } from "#lib/finding/hearted/queries.ts";
import * as finding from "#lib/generated/messages/finding.ts";
import { localized } from "#lib/locale.ts";

/** The other of the two. */
export function HeartedIntro({ since }: { since: HeartedSince }) {
  return (
    <a
      href={localized(since === "week" ? "/hearted" : "/hearted/week")}
      className="inline-flex min-h-target items-center text-ui"
    >
      {since === "week" ? finding.ofAllTime() : finding.onlyThisWeek()}
    </a>
  );
}
