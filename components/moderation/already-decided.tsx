import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import { localized } from "#lib/locale.ts";
import type { Failure } from "#lib/result.ts";

type AlreadyDecidedProps = { failure: Failure; storyId: string; queue: string };

/** Someone else was first: what they decided, and where to go from here. */
export function AlreadyDecided({ failure, storyId, queue }: AlreadyDecidedProps) {
  const part = queue === "?" ? "" : queue;
  return (
    <div className="decision">
      <ErrorSummary failure={failure} />
      <div className="flex flex-wrap items-center gap-4 pb-12">
        <ButtonLink href={localized(`/moderation${part}`)}>{desk.goOn()}</ButtonLink>
        <a
          href={localized(`/moderation/stories/${storyId}${part}`)}
          className="inline-flex min-h-target items-center text-ui"
        >
          {desk.seeAsItIs()}
        </a>
      </div>
    </div>
  );
}
