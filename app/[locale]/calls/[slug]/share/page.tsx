import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SharePage } from "#components/stories/share-page.tsx";
import { getCallForSharing, hasClosed } from "#lib/calls/queries.ts";
import * as submit from "#lib/generated/messages/submit.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({ title: submit.shareYourStory() });

export default async function ShareForCall({ params }: PageProps<"/[locale]/calls/[slug]/share">) {
  const { slug } = await params;
  const call = await getCallForSharing(slug);
  if (!call && !(await hasClosed(slug))) notFound();
  return <SharePage call={call} />;
}
