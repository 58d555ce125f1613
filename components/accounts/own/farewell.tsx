"use client";

import { useEffect, useRef } from "react";
import { StoryLine } from "#components/accounts/own/story-line.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { CopyLink } from "#components/ui/copy-link.tsx";
import { Day } from "#components/ui/day.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { LeavingState } from "#lib/accounts/own/leaving/actions.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";

type Left = NonNullable<LeavingState["left"]>;

function KeptLinks({ kept }: { kept: Left["kept"] }) {
  const count = kept.length;
  return (
    <section aria-labelledby="keep" className="mb-12">
      <h2 id="keep" className="font-serif text-heading font-medium">
        {accounts.keepLinks({ count })}
      </h2>
      <p className="mt-3 text-ui text-quiet">{accounts.keepLinksHow({ count })}</p>
      <ol className="mt-6 border-t border-rule">
        {kept.map(({ link, ...story }, index) => (
          <li key={link} className="border-b border-rule py-5">
            <StoryLine story={story} />
            <p className="mt-1 mb-2 text-small text-quiet">
              {accounts.sentOn({ day: () => <Day iso={story.submittedAt} /> })}
            </p>
            <CopyLink
              label={
                count === 1
                  ? accounts.privateLink()
                  : accounts.privateLinkNumbered({ number: index + 1 })
              }
              url={link}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The last page that is for someone whose account is deleted. */
export function Farewell({ left }: { left: Left }) {
  const top = useRef<HTMLDivElement>(null);
  // Where the form was focused there is nothing any more.
  useEffect(() => top.current?.focus(), []);
  return (
    <>
      <div ref={top} tabIndex={-1} className="focus:outline-none">
        <PageHeading title={accounts.deleted()}>
          <p>{accounts.deletedHow({ withdrawn: left.withdrawn })}</p>
        </PageHeading>
      </div>
      {left.kept.length > 0 && <KeptLinks kept={left.kept} />}
      <ButtonLink href={localized("/")}>{accounts.readStories()}</ButtonLink>
    </>
  );
}
