import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { DeskNote } from "#components/moderation/desk-note.tsx";
import { EmptyQueue } from "#components/moderation/empty-queue.tsx";
import { QueueList } from "#components/moderation/queue-list.tsx";
import { StoryDesk } from "#components/moderation/story-desk.tsx";
import { deskOf } from "#lib/accounts/policy.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import { getQueue, getStoryForModeration } from "#lib/moderation/queries.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Queue", robots: { index: false, follow: false } };

export default async function QueuePage({ searchParams }: PageProps<"/moderation">) {
  const viewer = await getViewer();
  const queue = await getQueue(viewer);
  if (!viewer) redirect("/sign-in?next=/moderation");
  const desk = deskOf(viewer);
  if (desk && desk !== "/moderation") redirect(desk);
  if (!queue) notFound();
  const oldest = queue.items[0];
  const story = oldest ? await getStoryForModeration(viewer, oldest.id) : null;
  const note = <DeskNote viewer={viewer} asked={await searchParams} />;
  return (
    <Desk viewer={viewer} current="queue">
      {story ? (
        <StoryDesk story={story} heading="The story to read first" note={note}>
          <QueueList {...queue} current={story.id} />
        </StoryDesk>
      ) : (
        <EmptyQueue note={note} />
      )}
    </Desk>
  );
}
