import { Notice } from "#components/ui/notice.tsx";
import { Button } from "#components/ui/button.tsx";

/** The storyteller changed the story while it was open: the new words are read before it is decided. */
export function ChangedNote({ onRead }: { onRead: () => void }) {
  return (
    <Notice role="alert" title="The storyteller has just changed this story" className="my-4">
      <p>What you see now is the new version. Please read it before you decide.</p>
      <Button tone="quiet" type="button" className="mt-3" onClick={onRead}>
        I have read it
      </Button>
    </Notice>
  );
}
