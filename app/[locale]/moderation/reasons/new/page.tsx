import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { ReasonForm } from "#components/moderation/reasons/reason-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { may } from "#lib/accounts/rights.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as reasons from "#lib/generated/messages/reasons.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: reasons.add(),
  robots: { index: false, follow: false },
});

export default async function NewReasonPage() {
  const viewer = await getViewer();
  if (!viewer) redirect(signInTo("/moderation/reasons/new"));
  if (!may(viewer, "edit-reasons")) notFound();
  return (
    <Desk viewer={viewer} current="reasons">
      <main className="reasons-page">
        <PageHeading title={<span id="add">{reasons.add()}</span>}>
          <p>{reasons.addHow()}</p>
        </PageHeading>
        <ReasonForm labelledBy="add" />
      </main>
    </Desk>
  );
}
