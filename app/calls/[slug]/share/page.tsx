import type { Metadata } from "next";
import { SharePage } from "#components/stories/share-page.tsx";
import { getCallForSharing } from "#lib/calls/queries.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Share your story" };

export default async function ShareForCall({ params }: PageProps<"/calls/[slug]/share">) {
  return <SharePage call={await getCallForSharing((await params).slug)} />;
}
