"use client";

import { type RefObject, useEffect } from "react";

const PROBE_MS = 10_000;

/** While a form could not be sent: sends it again as soon as the site can be reached. */
export function useResend(form: RefObject<HTMLFormElement | null>, waiting: boolean): void {
  useEffect(() => {
    if (!waiting) return;
    const asked = new AbortController();
    const resend = async () => {
      const answer = await fetch("/api/health/ready", {
        cache: "no-store",
        signal: asked.signal,
      }).catch(() => null);
      if (answer?.ok && !asked.signal.aborted) form.current?.requestSubmit();
    };
    const probe = setInterval(() => void resend(), PROBE_MS);
    const online = () => void resend();
    window.addEventListener("online", online);
    return () => {
      asked.abort();
      clearInterval(probe);
      window.removeEventListener("online", online);
    };
  }, [form, waiting]);
}
