import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { DeskNote } from "#components/moderation/desk-note.tsx";
import { QueueList } from "#components/moderation/queue-list.tsx";
import { StoryDesk } from "#components/moderation/story-desk.tsx";
import { getViewer } from "#lib/accounts/viewer.ts";
import { getQueue, getStoryForModeration } from "#lib/moderation/queries.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "A story", robots: { index: false, follow: false } };

export default async function ModerationStoryPage({
  params,
  searchParams,
}: PageProps<"/moderation/stories/[id]">) {
  const { id } = await params;
  const viewer = await getViewer();
  const [queue, story] = await Promise.all([getQueue(viewer), getStoryForModeration(viewer, id)]);
  if (!viewer) redirect(`/sign-in?next=${encodeURIComponent(`/moderation/stories/${id}`)}`);
  if (!queue || !story) notFound();
  const waiting = story.status === "PENDING";
  const note = <DeskNote viewer={viewer} asked={await searchParams} />;
  return (
    <Desk viewer={viewer} current={waiting ? "queue" : null}>
      <StoryDesk story={story} heading={waiting ? "A waiting story" : "A story"} note={note}>
        <QueueList {...queue} current={story.id} />
      </StoryDesk>
    </Desk>
  );
}
