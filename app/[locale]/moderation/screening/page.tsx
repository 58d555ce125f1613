import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { RuleList } from "#components/screening/rule-list.tsx";
import { TryForm } from "#components/screening/try-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DoneNote } from "#components/ui/done-note.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as screening from "#lib/generated/messages/screening.ts";
import { localized } from "#lib/locale.ts";
import { listRules } from "#lib/screening/queries.ts";
import { doneSentences, isDone } from "#lib/screening/schema.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: screening.screening(),
  robots: { index: false, follow: false },
});

export default async function ScreeningPage({
  searchParams,
}: PageProps<"/[locale]/moderation/screening">) {
  const viewer = await getViewer();
  const rules = await listRules(viewer);
  if (!viewer) redirect(signInTo("/moderation/screening"));
  if (!rules) notFound();
  const { done } = await searchParams;
  return (
    <Desk viewer={viewer} current="screening">
      <main className="mx-auto w-full max-w-[calc(34rem+2*var(--spacing-gutter))] px-gutter pb-20 sm:pb-28">
        <PageHeading title={screening.screening()}>
          <p>{screening.intro()}</p>
        </PageHeading>
        {isDone(done) && (
          <div className="mb-10">
            <DoneNote sentence={doneSentences[done]()} />
          </div>
        )}
        <section aria-labelledby="rules">
          <h2 id="rules" className="mb-6 font-serif text-heading font-medium">
            {screening.rules()}
          </h2>
          <RuleList rules={rules} />
          <p className="mt-6">
            <ButtonLink href={localized("/moderation/screening/new")}>
              {screening.make()}
            </ButtonLink>
          </p>
        </section>
        <section className="mt-16">
          <h2 id="try" className="mb-6 font-serif text-heading font-medium">
            {screening.tryWords()}
          </h2>
          <TryForm labelledBy="try" />
        </section>
      </main>
    </Desk>
  );
}
