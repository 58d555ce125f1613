import { ButtonLink } from "#components/ui/button.tsx";
import { Thread } from "#components/ui/thread.tsx";

/** The feed before its first story: a thread that has only its knot. */
export function NoStories({ open }: { open: boolean }) {
  return (
    <div>
      <p className="words text-quiet">No story has been told here yet.</p>
      <Thread reach={0} className="mt-5 mb-4" />
      <p className="text-ui text-quiet">
        {open
          ? "The first one could be yours. A person will read it before anyone else does."
          : "When a call opens, the first ones will appear here."}
      </p>
      {open && (
        <ButtonLink href="/share" className="mt-5">
          Tell the first story
        </ButtonLink>
      )}
    </div>
  );
}
