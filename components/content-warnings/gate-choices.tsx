"use client";

import { Suspense, lazy, useEffect, useState } from "react";
import { createPortal } from "react-dom";

// Only for who opens a gate.
const GateNext = lazy(async () => ({
  default: (await import("#components/content-warnings/gate-next.tsx")).GateNext,
}));

const opened = "details[data-warnings][open]:not([data-choice='show'],[data-offered])";

/** Offers, at the end of a story that was behind its gate, what to do with such stories from now on. */
export function GateChoices() {
  const [gates, setGates] = useState<readonly HTMLDetailsElement[]>([]);
  useEffect(() => {
    const offer = () => {
      const more = [...document.querySelectorAll<HTMLDetailsElement>(opened)];
      for (const gate of more) gate.dataset.offered = "";
      if (more.length > 0) setGates((before) => [...before, ...more]);
    };
    offer();
    // It doesn't bubble.
    document.addEventListener("toggle", offer, true);
    return () => document.removeEventListener("toggle", offer, true);
  }, []);
  return gates.map((gate, at) =>
    createPortal(
      <Suspense>
        <GateNext gate={gate} />
      </Suspense>,
      gate,
      String(at),
    ),
  );
}
