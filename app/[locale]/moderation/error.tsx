"use client";

import { Failed } from "#components/layout/failed.tsx";
import * as desk from "#lib/generated/messages/desk.ts";

export default function DeskErrorPage() {
  return <Failed back={{ href: "/moderation", words: desk.backToQueue() }} />;
}
