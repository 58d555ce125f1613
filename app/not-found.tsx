"use client";

import { Suspense, lazy } from "react";

const Nothing = lazy(async () => ({
  default: (await import("#components/layout/nothing.tsx")).Nothing,
}));

/**
 * Where a form was sent about something that is gone by now. It travels with every page, so its words
 * come when they are needed. An address that leads nowhere is answered by app/[locale]/nothing.
 */
export default function NotFound() {
  return (
    <main id="content" className="mx-auto w-full max-w-measure grow px-gutter pb-20">
      <Suspense>
        <Nothing />
      </Suspense>
    </main>
  );
}
