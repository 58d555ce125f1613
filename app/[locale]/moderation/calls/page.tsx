import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CallForm } from "#components/calls/call-form.tsx";
import { CallList } from "#components/calls/call-list.tsx";
import { Desk } from "#components/layout/desk.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { listCalls } from "#lib/calls/queries.ts";
import { doneSentences, isDone } from "#lib/calls/schema.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as messages from "#lib/generated/messages/calls.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: messages.calls(),
  robots: { index: false, follow: false },
});

export default async function CallsPage({ searchParams }: PageProps<"/[locale]/moderation/calls">) {
  const viewer = await getViewer();
  const calls = await listCalls(viewer);
  if (!viewer) redirect(signInTo("/moderation/calls"));
  if (!calls) notFound();
  const { done, form } = await searchParams;
  return (
    <Desk viewer={viewer} current="calls">
      <main className="mx-auto w-full max-w-[calc(34rem+2*var(--spacing-gutter))] px-gutter pb-20 sm:pb-28">
        <PageHeading title={messages.calls()}>
          <p>{messages.intro()}</p>
        </PageHeading>
        {isDone(done) && (
          <Notice role="status" className="mb-8">
            <p>{doneSentences[done]()}</p>
          </Notice>
        )}
        <CallList calls={calls} />
        <section className="mt-16">
          <h2 id="open" className="mb-6 font-serif text-heading font-medium">
            {messages.openOne()}
          </h2>
          <CallForm key={String(form)} labelledBy="open" />
        </section>
      </main>
    </Desk>
  );
}
