import { Thread } from "#components/ui/thread.tsx";

/** The feed before its first story: a thread that has only its knot. */
export function NoStories({ open }: { open: boolean }) {
  return (
    <div>
      <p className="words">
        {open ? "The first one could be yours." : "When a call opens, they will appear here."}
      </p>
      <Thread reach={0} className="mt-5 mb-2" />
      {open && (
        <p className="text-small text-quiet">A person will read it before anyone else does.</p>
      )}
    </div>
  );
}
