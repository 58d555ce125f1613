import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { InvitationForm } from "#components/accounts/invitation-form.tsx";
import { TeamList } from "#components/accounts/team-list.tsx";
import { Desk } from "#components/layout/desk.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listTeam } from "#lib/accounts/team/queries.ts";
import { doneSentences, isDone } from "#lib/accounts/team/schema.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: accounts.team(),
  robots: { index: false, follow: false },
});

export default async function TeamPage({ searchParams }: PageProps<"/[locale]/moderation/team">) {
  const viewer = await getViewer();
  const team = await listTeam(viewer);
  if (!viewer) redirect(signInTo("/moderation/team"));
  if (!team) notFound();
  const { done, form } = await searchParams;
  return (
    <Desk viewer={viewer} current="team">
      <main className="mx-auto w-full max-w-[calc(34rem+2*var(--spacing-gutter))] px-gutter pb-20 sm:pb-28">
        <PageHeading title={accounts.team()}>
          <p>{accounts.teamIntro()}</p>
        </PageHeading>
        {isDone(done) && (
          <Notice role="status" className="mb-8">
            <p>{doneSentences[done]()}</p>
          </Notice>
        )}
        <TeamList team={team} />
        <section className="mt-16">
          <h2 id="invite" className="mb-6 font-serif text-heading font-medium">
            {accounts.invite()}
          </h2>
          <InvitationForm key={String(form)} />
        </section>
      </main>
    </Desk>
  );
}
