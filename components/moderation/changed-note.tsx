import { Notice } from "#components/ui/notice.tsx";
import { Button } from "#components/ui/button.tsx";
import * as desk from "#lib/generated/messages/desk.ts";

/** The storyteller changed the story while it was open: the new words are read before it is decided. */
export function ChangedNote({ onRead }: { onRead: () => void }) {
  return (
    <Notice role="alert" title={desk.justChanged()} className="my-4">
      <p>{desk.readNewVersion()}</p>
      <Button tone="quiet" type="button" className="mt-3" onClick={onRead}>
        {desk.haveRead()}
      </Button>
    </Notice>
  );
}
