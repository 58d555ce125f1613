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
import { signInTo } from "#lib/accounts/local-path.ts";
import * as said from "#lib/generated/messages/helplines.ts";
import { listHelplines } from "#lib/helplines/queries.ts";
import { isDone } from "#lib/helplines/schema.ts";
import { localized } from "#lib/locale.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: said.helplines(),
  robots: { index: false, follow: false },
});

export default async function HelplinesPage({
  searchParams,
}: PageProps<"/[locale]/moderation/helplines">) {
  const viewer = await getViewer();
  const helplines = await listHelplines(viewer);
  if (!viewer) redirect(signInTo("/moderation/helplines"));
  if (!helplines) notFound();
  const { done, helpline } = await searchParams;
  const sentence = isDone(done) && doneSentence(done, String(helpline), helplines);
  return (
    <Desk viewer={viewer} current="helplines">
      <main className="desk-helplines">
        <PageHeading title={said.helplines()}>
          <p>{said.deskIntro()}</p>
        </PageHeading>
        {sentence && (
          <div className="mb-8">
            <DoneNote sentence={sentence} />
          </div>
        )}
        <OldHelplines helplines={helplines.filter(({ old }) => old)} />
        <p className="mb-8">
          <ButtonLink tone="quiet" href={localized("/moderation/helplines/new")}>
            {said.add()}
          </ButtonLink>
        </p>
        {helplines.length === 0 && <p className="text-lead">{said.none()}</p>}
        <DeskList helplines={helplines} />
      </main>
    </Desk>
  );
}
