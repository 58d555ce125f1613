import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { DeskNote } from "#components/moderation/desk-note.tsx";
import { PauseNote } from "#components/moderation/care/pause-note.tsx";
import { DeskLive } from "#components/moderation/live/desk-live.tsx";
import { QueueList } from "#components/moderation/queue-list.tsx";
import { StoryDesk } from "#components/moderation/story-desk.tsx";
import { ReportList } from "#components/reports/report-list.tsx";
import { marksOf } from "#components/moderation/story-marks.ts";
import { MatchedRules } from "#components/screening/matched-rules.tsx";
import { SimilarStories } from "#components/screening/similar-stories.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { signInTo } from "#lib/accounts/local-path.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import { getOffer, getPause } from "#lib/moderation/care/queries.ts";
import { claimStory } from "#lib/moderation/claims/commands.ts";
import { getHolding } from "#lib/moderation/claims/queries.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import { getQueue } from "#lib/moderation/queue/queries.ts";
import { queueFilterSchema, queueQuery } from "#lib/moderation/queue/schema.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { offered } from "#lib/moderation/reasons/schema.ts";
import { getReports } from "#lib/reports/queries.ts";
import { getMatches } from "#lib/screening/queries.ts";
import { getSimilarStories } from "#lib/screening/similar/queries.ts";
import { isVisit } from "#lib/visit.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: desk.story(),
  robots: { index: false, follow: false },
});

export default async function ModerationStoryPage({
  params,
  searchParams,
}: PageProps<"/[locale]/moderation/stories/[id]">) {
  const { id } = await params;
  const viewer = await getViewer();
  if (!viewer) redirect(signInTo(`/moderation/stories/${id}`));
  // Opening a story claims it; reading it again, because something changed, does not.
  if (await isVisit()) await claimStory(viewer, id);
  const asked = await searchParams;
  const filter = queueFilterSchema.parse(asked);
  const [queue, story, holding, reasons] = await Promise.all([
    getQueue(viewer, filter),
    getStoryForModeration(viewer, id),
    getHolding(viewer, id),
    readReasons(),
  ]);
  if (!queue || !story) notFound();
  const [reports, matches, similar, offer, pause] = await Promise.all([
    getReports(viewer, id),
    getMatches(viewer, story.revisionId),
    getSimilarStories(viewer, id),
    getOffer(viewer, story),
    getPause(viewer),
  ]);
  const waits = story.waitingSince !== null || story.reportedSince !== null;
  return (
    <Desk viewer={viewer} current={waits ? "queue" : null}>
      <StoryDesk
        story={story}
        heading={waits ? desk.waitingStory() : desk.story()}
        holding={holding}
        reasons={offered(reasons)}
        waiting={queue.waiting}
        queue={waits ? queueQuery(filter) || "?" : ""}
        marks={marksOf(story, matches ?? [])}
        offer={offer}
        note={
          <>
            <DeskNote viewer={viewer} asked={asked} queue={queueQuery(filter) || "?"} />
            {pause !== null && <PauseNote heavy={pause} />}
          </>
        }
        evidence={
          <div className="evidence">
            {reports && <ReportList reports={reports} />}
            {matches && <MatchedRules matches={matches} />}
            {similar && <SimilarStories stories={similar} />}
          </div>
        }
      >
        <QueueList queue={queue} filter={filter} current={story.id} />
      </StoryDesk>
      <DeskLive storyId={waits ? story.id : null} mark={holding?.byViewer ? holding.mark : null} />
    </Desk>
  );
}
