import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { ReasonList } from "#components/moderation/reasons/reason-list.tsx";
import { RetiredReasons } from "#components/moderation/reasons/retired-reasons.tsx";
import { doneSentence } from "#components/moderation/reasons/words.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as messages from "#lib/generated/messages/reasons.ts";
import { localized } from "#lib/locale.ts";
import { listReasons } from "#lib/moderation/reasons/queries.ts";
import { isDone } from "#lib/moderation/reasons/schema.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: messages.reasons(),
  robots: { index: false, follow: false },
});

export default async function ReasonsPage({
  searchParams,
}: PageProps<"/[locale]/moderation/reasons">) {
  const viewer = await getViewer();
  const reasons = await listReasons(viewer);
  if (!viewer) redirect(signInTo("/moderation/reasons"));
  if (!reasons) notFound();
  const { done: said, reason } = await searchParams;
  const slug = String(reason);
  const done = isDone(said) ? said : null;
  const sentence = done && doneSentence(done, slug, reasons);
  return (
    <Desk viewer={viewer} current="reasons">
      <main className="reasons-page">
        <PageHeading title={messages.reasons()}>
          <p>{messages.intro()}</p>
        </PageHeading>
        <div role="status">
          {sentence && (
            <Notice className="mb-8">
              <p>{sentence}</p>
            </Notice>
          )}
        </div>
        <p className="mb-8">
          <ButtonLink tone="quiet" href={localized("/moderation/reasons/new")}>
            {messages.add()}
          </ButtonLink>
        </p>
        <section aria-labelledby="offered">
          <h2 id="offered" className="sr-only">
            {messages.offered()}
          </h2>
          <ReasonList
            reasons={reasons.filter(({ retired }) => !retired)}
            moved={done === "up" || done === "down" ? { slug, direction: done } : null}
          />
        </section>
        <RetiredReasons reasons={reasons.filter(({ retired }) => retired)} />
      </main>
    </Desk>
  );
}
