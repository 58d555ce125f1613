import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { Desk } from "#components/layout/desk.tsx";
import { DeskNote } from "#components/moderation/desk-note.tsx";
import { EmptyQueue } from "#components/moderation/empty-queue.tsx";
import { DeskLive } from "#components/moderation/live/desk-live.tsx";
import { deskOf } from "#lib/accounts/policy.ts";
import { getViewer } from "#lib/accounts/viewer.ts";
import { openNext } from "#lib/moderation/queue/commands.ts";
import { getQueue, hasNext } from "#lib/moderation/queue/queries.ts";
import { queueFilterSchema, queueQuery } from "#lib/moderation/queue/schema.ts";
import { isVisit } from "#lib/visit.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Queue", robots: { index: false, follow: false } };

/** Opens the story to read next; stays where there is none. */
export default async function QueuePage({ searchParams }: PageProps<"/moderation">) {
  const viewer = await getViewer();
  if (!viewer) redirect("/sign-in?next=/moderation");
  const desk = deskOf(viewer);
  if (desk && desk !== "/moderation") redirect(desk);
  const asked = await searchParams;
  const filter = queueFilterSchema.parse(asked);
  const next = (await isVisit()) ? await openNext(viewer, filter) : null;
  if (next) {
    const done = Object.fromEntries(
      ["decided", "undone"].flatMap((name) =>
        typeof asked[name] === "string" ? [[name, asked[name]]] : [],
      ),
    );
    redirect(`/moderation/stories/${next}${queueQuery(filter, done)}` as Route);
  }
  const queue = await getQueue(viewer, filter);
  if (!queue) notFound();
  return (
    <Desk viewer={viewer} current="queue">
      <EmptyQueue
        queue={queue}
        filter={filter}
        hasNext={await hasNext(viewer, filter)}
        note={<DeskNote viewer={viewer} asked={asked} queue={queueQuery(filter) || "?"} />}
      />
      <DeskLive storyId={null} mark={null} />
    </Desk>
  );
}
