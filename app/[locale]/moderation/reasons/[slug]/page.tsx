import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { ReasonForm } from "#components/moderation/reasons/reason-form.tsx";
import { RetireForm } from "#components/moderation/reasons/retire-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as reasons from "#lib/generated/messages/reasons.ts";
import { getReasonForEditing } from "#lib/moderation/reasons/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: reasons.changeTitle(),
  robots: { index: false, follow: false },
});

export default async function ReasonPage({
  params,
}: PageProps<"/[locale]/moderation/reasons/[slug]">) {
  const { slug } = await params;
  const viewer = await getViewer();
  const reason = await getReasonForEditing(viewer, slug);
  if (!viewer) redirect(signInTo(`/moderation/reasons/${slug}`));
  if (!reason) notFound();
  return (
    <Desk viewer={viewer} current="reasons">
      <main className="reasons-page">
        <PageHeading title={<span id="change">{reasons.change()}</span>}>
          <p>{reasons.changeHow()}</p>
        </PageHeading>
        <ReasonForm reason={reason} labelledBy="change" />
        {!reason.retired && (
          <section aria-labelledby="retire" className="choice mt-16 max-w-measure">
            <h2 id="retire" className="text-ui font-semibold">
              {reasons.notNeeded()}
            </h2>
            <p className="mt-1 mb-4 text-ui text-quiet">{reasons.retireHow()}</p>
            <RetireForm slug={slug} />
          </section>
        )}
      </main>
    </Desk>
  );
}
