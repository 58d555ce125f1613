import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { DeskList } from "#components/helplines/desk-list.tsx";
import { doneSentence } from "#components/helplines/done-words.ts";
import { OldHelplines } from "#components/helplines/old-helplines.tsx";
import { Desk } from "#components/layout/desk.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { DoneNote } from "#components/ui/done-note.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { listHelplines } from "#lib/helplines/queries.ts";
import { isDone } from "#lib/helplines/schema.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Helplines", robots: { index: false, follow: false } };

export default async function HelplinesPage({ searchParams }: PageProps<"/[locale]/moderation/helplines">) {
  const viewer = await getViewer();
  const helplines = await listHelplines(viewer);
  if (!viewer) redirect("/sign-in?next=/moderation/helplines");
  if (!helplines) notFound();
  const { done, helpline } = await searchParams;
  const sentence = isDone(done) && doneSentence(done, String(helpline), helplines);
  return (
    <Desk viewer={viewer} current="helplines">
      <main className="desk-helplines">
        <PageHeading title="Helplines">
          <p>
            Whom readers and storytellers can turn to, by country. What stands here is shown to
            people who may be in danger: please compare each with its source once a year.
          </p>
        </PageHeading>
        {sentence && (
          <div className="mb-8">
            <DoneNote sentence={sentence} />
          </div>
        )}
        <OldHelplines helplines={helplines.filter(({ old }) => old)} />
        <p className="mb-8">
          <ButtonLink tone="quiet" href="/moderation/helplines/new">
            Add a helpline
          </ButtonLink>
        </p>
        {helplines.length === 0 && (
          <p className="text-lead">
            There is none yet. Where a story calls for one, readers are told to call the emergency
            number where they are.
          </p>
        )}
        <DeskList helplines={helplines} />
      </main>
    </Desk>
  );
}
