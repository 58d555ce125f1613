"use client";

import { type RefObject, useEffect } from "react";

const PROBE_MS = 10_000;
const LONGEST_MS = 5 * 60_000;

/** While a form could not be sent: sends it again as soon as the site can be reached. */
export function useResend(form: RefObject<HTMLFormElement | null>, waiting: boolean): void {
  useEffect(() => {
    if (!waiting) return;
    const asked = new AbortController();
    let wait = PROBE_MS;
    let timer: ReturnType<typeof setTimeout>;
    const resend = async () => {
      const answer = await fetch("/api/health/ready", {
        cache: "no-store",
        signal: asked.signal,
      }).catch(() => null);
      if (!answer?.ok || asked.signal.aborted) return;
      // A line that is there and breaks each time is not filled with the same picture without end.
      wait = Math.min(wait * 2, LONGEST_MS);
      form.current?.requestSubmit();
    };
    const probe = () => {
      timer = setTimeout(() => void resend().then(again), wait);
    };
    const again = () => {
      if (!asked.signal.aborted) probe();
    };
    const online = () => void resend();
    probe();
    window.addEventListener("online", online);
    return () => {
      asked.abort();
      clearTimeout(timer);
      window.removeEventListener("online", online);
    };
  }, [form, waiting]);
}
