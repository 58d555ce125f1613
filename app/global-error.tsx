"use client";

import { fontVariables } from "#app/fonts.ts";
import { Failed } from "#components/layout/failed.tsx";
import * as layout from "#lib/generated/messages/layout.ts";
import { currentLocale } from "#lib/locale.ts";
import "#app/globals.css";

// Stands in for the layout as well, so it has a document of its own.
export default function GlobalError() {
  return (
    <html lang={currentLocale()} className={fontVariables}>
      <body className="flex min-h-dvh flex-col">
        <title>{layout.failed()}</title>
        <Failed />
      </body>
    </html>
  );
}
