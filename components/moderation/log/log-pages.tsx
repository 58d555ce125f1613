import { ButtonLink } from "#components/ui/button.tsx";
import * as records from "#lib/generated/messages/records.ts";
import { localized } from "#lib/locale.ts";
import type { Log } from "#lib/moderation/log/queries.ts";
import { logQuery } from "#lib/moderation/log/schema.ts";

/** From one page of the log to the next, and back to its beginning. */
export function LogPages({ log: { filter, older, newest } }: { log: Log }) {
  if (!older && newest) return null;
  return (
    <nav aria-label={records.pages()} className="mt-10 flex flex-wrap items-center gap-4">
      {older && (
        <ButtonLink
          tone="quiet"
          href={localized(`/moderation/log${logQuery(filter, older)}`)}
          rel="next"
        >
          {records.older()}
        </ButtonLink>
      )}
      {!newest && (
        <a
          href={localized(`/moderation/log${logQuery(filter)}`)}
          className="inline-flex min-h-target items-center px-1 text-ui"
        >
          {records.newest()}
        </a>
      )}
    </nav>
  );
}
