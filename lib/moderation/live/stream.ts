/** Server-sent events for who is at the desk: that something changed, and never what. */
import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type Listener, listeners } from "#lib/moderation/live/hub.ts";

/** What changes together is told once. */
const GATHER_MS = 200;
/** Shorter than proxies wait for a word; whoever was signed out meanwhile is noticed at the next. */
const BEAT_MS = 20_000;
/** Tabs of one person; the oldest is told that there is no room, and waits until it is looked at. */
const EACH = 8;
/** Of one process. */
const ALL = 1_000;

/** `giveWay` ends it so that its browser does not come back by itself. */
type Stream = Listener & { giveWay: () => void };

/** Of each viewer, the oldest first. */
const open = new Map<string, Stream[]>();

/** Null for those who have no desk, and when there is no room. */
export async function deskEvents(
  readViewer: () => Promise<Viewer | null>,
): Promise<ReadableStream<Uint8Array> | null> {
  const viewer = await readViewer();
  if (!isModerator(viewer) || listeners.size >= ALL) return null;
  let listener: Listener | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      listener = listen(controller, viewer.id, async () => isModerator(await readViewer()));
    },
    cancel() {
      listener?.end();
    },
  });
}

function listen(
  controller: ReadableStreamDefaultController<Uint8Array>,
  viewerId: string,
  isStillHere: () => Promise<boolean>,
): Listener {
  const encoder = new TextEncoder();
  let gathering: NodeJS.Timeout | undefined;
  let ended = false;
  const send = (words: string) => {
    if (!ended) controller.enqueue(encoder.encode(words));
  };
  const end = () => {
    if (ended) return;
    ended = true;
    clearTimeout(gathering);
    clearInterval(beating);
    listeners.delete(listener);
    open.set(
      viewerId,
      (open.get(viewerId) ?? []).filter((each) => each !== listener),
    );
    if (open.get(viewerId)?.length === 0) open.delete(viewerId);
    // Its reader may have gone first.
    try {
      controller.close();
    } catch {
      return;
    }
  };
  /** To whoever is a moderator at this moment; the others are told that they are not, and no more. */
  const sendIfHere = async (words: string) => {
    const here = await isStillHere().catch(() => true);
    send(here ? words : "event: left\ndata: 1\n\n");
    if (!here) end();
  };
  const listener: Stream = {
    tell() {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void sendIfHere("event: changed\ndata: 1\n\n");
      }, GATHER_MS);
    },
    giveWay() {
      send("event: full\ndata: 1\n\n");
      end();
    },
    end,
  };
  const beating = setInterval(() => void sendIfHere(": here\n\n"), BEAT_MS);
  const own = [...(open.get(viewerId) ?? []), listener];
  open.set(viewerId, own);
  listeners.add(listener);
  if (own.length > EACH) own[0]?.giveWay();
  send("retry: 2000\n\n");
  return listener;
}
