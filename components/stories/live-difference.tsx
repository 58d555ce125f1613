"use client";

import { Suspense, lazy } from "react";
import * as submit from "#lib/generated/messages/submit.ts";

// What compares texts is only for who changes one.
const StoryDifference = lazy(async () => ({
  default: (await import("#components/stories/story-difference.tsx")).StoryDifference,
}));

const nothingElse = {
  bylineName: null,
  bylineRole: null,
  theme: null,
  subject: null,
  subjectConsent: null,
  picture: null,
  warnings: [],
};

type LiveDifferenceProps = { before: string; after: string };

/** The words as they were and as they are becoming. */
export function LiveDifference({ before, after }: LiveDifferenceProps) {
  if (before === after || after.trim() === "") return null;
  return (
    <section aria-labelledby="difference" className="live-difference">
      <h2 id="difference" className="text-small text-quiet">
        {submit.whatYouChange()}
      </h2>
      <Suspense>
        <StoryDifference
          before={{ ...nothingElse, text: before }}
          after={{ ...nothingElse, text: after }}
        />
      </Suspense>
    </section>
  );
}
