import { ButtonLink } from "#components/ui/button.tsx";
import type { OpenCall } from "#lib/calls/queries.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";

type FeedOpeningProps = { call: OpenCall | null; siteName: string; intro: string };

/** The top of the feed: the open call; between calls, what this place is. */
export function FeedOpening({ call, siteName, intro }: FeedOpeningProps) {
  return (
    <section className="pt-12 pb-12 sm:pt-24 sm:pb-20" aria-labelledby="opening">
      <h1 id="opening" className="font-serif text-display font-medium tracking-[-0.022em]">
        {call ? call.title : siteName}
      </h1>
      <p className="mt-5 max-w-[31rem] text-lead whitespace-pre-line text-quiet">
        {call ? call.prompt : intro}
      </p>
      {call ? (
        <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-2">
          <ButtonLink href={localized("/share")}>{reading.tellYours()}</ButtonLink>
          {call.hashtag && (
            <span className="text-ui wrap-anywhere text-quiet">
              #{call.hashtag.replace(/^#/, "")}
            </span>
          )}
        </div>
      ) : (
        <p className="mt-5 text-ui text-quiet">{reading.noCall()}</p>
      )}
    </section>
  );
}
