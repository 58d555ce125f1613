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
import { getOwnDesk } from "#lib/moderation/care/queries.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "Your desk",
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
        <PageHeading title="Your desk">
          <p>What you can do for yourself here. Nobody else sees this page.</p>
        </PageHeading>
        {done === "named" && <DoneNote sentence="Saved." />}
        {done === "saved" && <DoneNote sentence="Saved. It counts from the next story on." />}
        <section aria-labelledby="own-name">
          <h2 id="own-name" className="care-heading">
            Your name
          </h2>
          <OwnName person={viewer} page="desk" formKey={String(form)} />
        </section>
        <section aria-labelledby="kinds">
          <h2 id="kinds" className="care-heading">
            Kinds of stories
          </h2>
          <p className="care-words">
            Stories with one of these go to others first. When nobody else is left who could read
            them, they come to you, and say so.
          </p>
          {/* Made anew when something else is saved, so that the form shows it. */}
          <KindsForm key={desk.avoids.join()} chosen={desk.avoids} />
        </section>
        <section aria-labelledby="time">
          <h2 id="time" className="care-heading">
            Time at the desk
          </h2>
          <p className="care-words">
            For you alone, so that you notice when it gets long. Admins can’t see it either. It is
            in the copy of your data, and goes with your account. Days are UTC’s.
          </p>
          <DeskTime days={desk.days} />
        </section>
      </main>
    </Desk>
  );
}
