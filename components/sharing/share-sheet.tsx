"use client";

import { useEffect } from "react";

/** Opens the system's own sheet, where there is one, in the place of our list. */
export function ShareSheet() {
  useEffect(() => {
    const list = document.querySelector<HTMLDetailsElement>("details.share");
    const open = (event: Event) => {
      if (!list || list.open || !("share" in navigator)) return;
      event.preventDefault();
      const url = location.origin + location.pathname;
      navigator.share({ text: list.dataset.text ?? "", url }).catch((error: unknown) => {
        // Closed by whoever opened it is an answer; all else, and there is our list.
        if ((error as Error).name !== "AbortError") list.open = true;
      });
    };
    const summary = list?.firstElementChild;
    summary?.addEventListener("click", open);
    return () => summary?.removeEventListener("click", open);
  }, []);
  return null;
}
