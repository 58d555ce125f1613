"use client";

import { useEffect, useRef } from "react";
import { StoryLine } from "#components/accounts/own/story-line.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { CopyLink } from "#components/ui/copy-link.tsx";
import { Day } from "#components/ui/day.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { LeavingState } from "#lib/accounts/own/leaving/actions.ts";
import { localized } from "#lib/locale.ts";

type Left = NonNullable<LeavingState["left"]>;

function withdrawnSentence(withdrawn: number): string | null {
  if (withdrawn === 0) return null;
  return withdrawn === 1
    ? "One story was withdrawn, and its words are erased."
    : `${withdrawn} stories were withdrawn, and their words are erased.`;
}

function KeptLinks({ kept }: { kept: Left["kept"] }) {
  const one = kept.length === 1;
  return (
    <section aria-labelledby="keep" className="mb-12">
      <h2 id="keep" className="font-serif text-heading font-medium">
        {one ? "Keep this link" : "Keep these links"}
      </h2>
      <p className="mt-3 text-ui text-quiet">
        {one
          ? "It is the only way back to the story that you kept, and whoever has it can take the story back."
          : "Each is the only way back to a story that you kept, and whoever has it can take the story back."}{" "}
        This is the only time that we can show {one ? "it" : "them"}: save {one ? "it" : "them"}{" "}
        where only you look.
      </p>
      <ol className="mt-6 border-t border-rule">
        {kept.map(({ link, ...story }, index) => (
          <li key={link} className="border-b border-rule py-5">
            <StoryLine story={story} />
            <p className="mt-1 mb-2 text-small text-quiet">
              sent <Day iso={story.submittedAt} />
            </p>
            <CopyLink label={one ? "Private link" : `Private link ${index + 1}`} url={link} />
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
  const withdrawn = withdrawnSentence(left.withdrawn);
  return (
    <>
      <div ref={top} tabIndex={-1} className="focus:outline-none">
        <PageHeading title="Your account is deleted">
          <p>
            Your name, your e-mail address and your sign-ins are erased here, and you are signed
            out. {withdrawn}
          </p>
        </PageHeading>
      </div>
      {left.kept.length > 0 && <KeptLinks kept={left.kept} />}
      <ButtonLink href={localized("/")}>Read the stories</ButtonLink>
    </>
  );
}
