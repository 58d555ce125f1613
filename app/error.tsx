"use client";

import { Failed } from "#components/layout/failed.tsx";

export default function ErrorPage() {
  return <Failed />;
}
