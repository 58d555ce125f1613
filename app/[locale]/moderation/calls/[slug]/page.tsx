import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CallForm } from "#components/calls/call-form.tsx";
import { Desk } from "#components/layout/desk.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { getCallForEditing } from "#lib/calls/queries.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as calls from "#lib/generated/messages/calls.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: calls.changeTitle(),
  robots: { index: false, follow: false },
});

export default async function CallPage({ params }: PageProps<"/[locale]/moderation/calls/[slug]">) {
  const { slug } = await params;
  const viewer = await getViewer();
  const values = await getCallForEditing(viewer, slug);
  if (!viewer) redirect(signInTo(`/moderation/calls/${slug}`));
  if (!values) notFound();
  return (
    <Desk viewer={viewer} current="calls">
      <main className="mx-auto w-full max-w-[calc(34rem+2*var(--spacing-gutter))] px-gutter pb-20 sm:pb-28">
        <PageHeading title={<span id="change">{calls.change()}</span>}>
          <p>
            {calls.addressStays({
              path: `/calls/${slug}/share`,
              address: (words) => <span className="break-words">{words}</span>,
            })}
          </p>
        </PageHeading>
        <CallForm call={{ slug, values }} labelledBy="change" />
      </main>
    </Desk>
  );
}
