import { CopyButton } from "#components/ui/copy-button.tsx";
import * as layout from "#lib/generated/messages/layout.ts";

/** A link to keep, as it is, and a button that copies it. */
export function CopyLink({ label, url }: { label: string; url: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <input
        className="input min-w-0 flex-[1_1_14rem] text-small"
        aria-label={label}
        readOnly
        dir="ltr"
        value={url}
      />
      <CopyButton text={url} label={layout.copyLink()} done={layout.copied()} />
    </div>
  );
}
