"use client";

import { fontVariables } from "#app/fonts.ts";
import { Failed } from "#components/layout/failed.tsx";
import "#app/globals.css";

// Stands in for the layout as well, so it has a document of its own.
export default function GlobalError() {
  return (
    <html lang="en" className={fontVariables}>
      <body className="flex min-h-dvh flex-col">
        <title>Something went wrong</title>
        <Failed />
      </body>
    </html>
  );
}
