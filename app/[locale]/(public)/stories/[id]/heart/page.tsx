import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "#components/layout/page.tsx";
import { HeartAnswer, isHeartProblem } from "#components/reactions/heart-answer.tsx";
import { wayOnOf } from "#lib/accounts/local-path.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { readHearts } from "#lib/reactions/queries.ts";
import { getReader } from "#lib/reactions/reader.ts";
import { wayBack } from "#lib/reactions/way-back.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: reading.yourHeart(),
  robots: { index: false, follow: false },
});

/** Where a heart leads without JavaScript: reads the cookie, which cached pages don't. */
export default async function HeartPage({
  params,
  searchParams,
}: PageProps<"/[locale]/stories/[id]/heart">) {
  const { id } = await params;
  const { from, problem } = await searchParams;
  const hearts = await readHearts(id, await getReader());
  if (!hearts) notFound();
  return (
    <Page>
      <HeartAnswer
        storyId={id}
        from={wayOnOf(wayBack(from))}
        problem={isHeartProblem(problem) ? problem : null}
        {...hearts}
      />
    </Page>
  );
}
