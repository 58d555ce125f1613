import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { RuleForm } from "#components/screening/rule-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as screening from "#lib/generated/messages/screening.ts";
import { mayScreen } from "#lib/screening/policy.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: screening.make(),
  robots: { index: false, follow: false },
});

export default async function NewRulePage() {
  const viewer = await getViewer();
  if (!viewer) redirect(signInTo("/moderation/screening/new"));
  if (!mayScreen(viewer)) notFound();
  return (
    <Desk viewer={viewer} current="screening">
      <main className="mx-auto w-full max-w-[calc(34rem+2*var(--spacing-gutter))] px-gutter pb-20 sm:pb-28">
        <PageHeading title={<span id="make">{screening.make()}</span>}>
          <p>{screening.makeHow()}</p>
        </PageHeading>
        <RuleForm labelledBy="make" />
      </main>
    </Desk>
  );
}
