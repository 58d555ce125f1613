import type { Metadata } from "next";
import { SharePage } from "#components/stories/share-page.tsx";
import { getOpenCall } from "#lib/calls/queries.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import { alternatesOf } from "#lib/site/alternates.ts";

// Each form has a submission key of its own.
export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: submit.shareYourStory(),
  alternates: alternatesOf("/share"),
});

export default async function Share() {
  return <SharePage call={await getOpenCall()} />;
}
