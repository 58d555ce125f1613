"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { deskKeys, isTyping, targetOf } from "#components/moderation/keys/keys.ts";
import { Button } from "#components/ui/button.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import type { Tag } from "#lib/messages/rich.ts";

const storageKey = "desk-keys";
const changed = "desk-keys-changed";

/** Where a browser keeps nothing, they are on. */
function areOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

/** Where nothing runs yet, nothing is offered. */
const notYet = () => null;

function subscribe(listen: () => void): () => void {
  for (const event of [changed, "storage"]) window.addEventListener(event, listen);
  return () => {
    for (const event of [changed, "storage"]) window.removeEventListener(event, listen);
  };
}

function setOn(on: boolean) {
  try {
    localStorage.setItem(storageKey, on ? "on" : "off");
  } catch {
    return;
  }
  window.dispatchEvent(new Event(changed));
}

/** Single keys for who works here all day, with a switch to turn them off (WCAG 2.1.4) and a list. */
export function DeskKeys() {
  const on = useSyncExternalStore(subscribe, areOn, notYet);
  const list = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    // The keys stand on their buttons while they work.
    document.documentElement.toggleAttribute("data-keys", on === true);
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isTyping(event) || list.current?.open) return;
      if (event.key === "?") {
        event.preventDefault();
        list.current?.showModal();
        return;
      }
      const target = targetOf(event.key, document);
      if (!target) return;
      event.preventDefault();
      if (target.matches("input, textarea")) target.focus();
      else target.click();
      // What was unfolded to be written in is written in next.
      target.closest("details[open]")?.querySelector("textarea")?.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);

  if (on === null) return null;
  // `aria-pressed` says it.
  const state: Tag = (words) => <span aria-hidden="true">{words}</span>;
  return (
    <div className="desk-keys">
      <Button tone="quiet" type="button" aria-pressed={on} onClick={() => setOn(!on)}>
        <span>{on ? desk.singleKeysOn({ state }) : desk.singleKeysOff({ state })}</span>
      </Button>
      <Button tone="quiet" type="button" onClick={() => list.current?.showModal()}>
        {desk.whichKeys()}
      </Button>
      <dialog ref={list} aria-labelledby="keys-title" className="keys-list">
        <h2 id="keys-title" className="note-title">
          {desk.keysAtDesk()}
        </h2>
        <dl>
          {deskKeys.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does()}</dd>
            </div>
          ))}
        </dl>
        <p className="text-small text-quiet">{desk.keysWhileTyping()}</p>
        <form method="dialog">
          <Button tone="quiet">{desk.close()}</Button>
        </form>
      </dialog>
    </div>
  );
}
