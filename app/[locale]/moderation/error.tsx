"use client";

import { Failed } from "#components/layout/failed.tsx";

export default function DeskErrorPage() {
  return <Failed back={{ href: "/moderation", words: "Back to the queue" }} />;
}
