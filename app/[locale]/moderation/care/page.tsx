import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { OwnName } from "#components/accounts/own/own-name.tsx";
import { Desk } from "#components/layout/desk.tsx";
import { DeskTime } from "#components/moderation/care/desk-time.tsx";
import { KindsForm } from "#components/moderation/care/kinds-form.tsx";
import { DoneNote } from "#components/ui/done-note.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as care from "#lib/generated/messages/care.ts";
import { getOwnDesk } from "#lib/moderation/care/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: care.yourDesk(),
  robots: { index: false, follow: false },
});

export default async function CarePage({ searchParams }: PageProps<"/[locale]/moderation/care">) {
  const viewer = await getViewer();
  const desk = await getOwnDesk(viewer);
  if (!viewer) redirect(signInTo("/moderation/care"));
  if (!desk) notFound();
  const { done, form } = await searchParams;
  return (
    <Desk viewer={viewer} current="care">
      <main className="care-page">
        <PageHeading title={care.yourDesk()}>
          <p>{care.intro()}</p>
        </PageHeading>
        {done === "named" && <DoneNote sentence={care.saved()} />}
        {done === "saved" && <DoneNote sentence={care.savedKinds()} />}
        <section aria-labelledby="own-name">
          <h2 id="own-name" className="care-heading">
            {care.yourName()}
          </h2>
          <OwnName person={viewer} page="desk" formKey={String(form)} />
        </section>
        <section aria-labelledby="kinds">
          <h2 id="kinds" className="care-heading">
            {care.kinds()}
          </h2>
          <p className="care-words">{care.kindsHow()}</p>
          {/* Made anew when something else is saved, so that the form shows it. */}
          <KindsForm key={desk.avoids.join()} chosen={desk.avoids} />
        </section>
        <section aria-labelledby="time">
          <h2 id="time" className="care-heading">
            {care.time()}
          </h2>
          <p className="care-words">{care.timeHow()}</p>
          <DeskTime days={desk.days} />
        </section>
      </main>
    </Desk>
  );
}
