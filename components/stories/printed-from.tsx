import { siteSettings } from "#lib/site/settings.ts";
import { storyAddress } from "#lib/stories/address.ts";

/** Where a story is from, on paper only, which has no address bar. */
export function PrintedFrom({ storyId }: { storyId: string }) {
  return (
    <p className="printed-from">
      {siteSettings().name} · {storyAddress(storyId)}
    </p>
  );
}
