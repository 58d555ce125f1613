import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { RemoveRule } from "#components/screening/remove-rule.tsx";
import { RuleForm } from "#components/screening/rule-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as screening from "#lib/generated/messages/screening.ts";
import { getRule } from "#lib/screening/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: screening.changeTitle(),
  robots: { index: false, follow: false },
});

export default async function RulePage({
  params,
}: PageProps<"/[locale]/moderation/screening/[id]">) {
  const { id } = await params;
  const viewer = await getViewer();
  const rule = await getRule(viewer, id);
  if (!viewer) redirect(signInTo(`/moderation/screening/${id}`));
  if (!rule) notFound();
  return (
    <Desk viewer={viewer} current="screening">
      <main className="mx-auto w-full max-w-[calc(34rem+2*var(--spacing-gutter))] px-gutter pb-20 sm:pb-28">
        <PageHeading title={<span id="change">{screening.change()}</span>}>
          <p>{screening.changeHow()}</p>
        </PageHeading>
        <RuleForm rule={rule} labelledBy="change" />
        <RemoveRule id={rule.id} seen={rule.seen} />
      </main>
    </Desk>
  );
}
