import { ShareSheet } from "#components/sharing/share-sheet.tsx";
import { sharedText, waysToShare } from "#components/sharing/ways.ts";
import { CopyLink } from "#components/ui/copy-link.tsx";
import { embedPagePath } from "#lib/embeds/address.ts";
import * as embeds from "#lib/generated/messages/embeds.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { previewPath } from "#lib/previews/content.ts";
import { siteSettings } from "#lib/site/settings.ts";
import { storyAddress } from "#lib/stories/address.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

/** Ways to pass a story on. What goes along is never what stands behind a gate. */
export function ShareStory({ story }: { story: StoryCard }) {
  const { id } = story;
  const text = sharedText(story);
  const url = storyAddress(id);
  return (
    <div className="share-row">
      <details className="share" data-text={text}>
        <summary className="button button-quiet">{reading.share()}</summary>
        <div className="share-ways">
          <CopyLink label={reading.shareLink()} url={url} />
          <ul>
            {waysToShare({ id, text, url, site: siteSettings().name }).map(({ name, href }) => (
              <li key={name}>
                <a href={href} rel="nofollow noreferrer">
                  {name}
                </a>
              </li>
            ))}
            <li>
              <a href={embedPagePath(id, "auto")} rel="nofollow">
                {embeds.embed()}
              </a>
            </li>
          </ul>
        </div>
      </details>
      <a href={previewPath(story, "square")} download={`story-${id}.png`} rel="nofollow">
        {reading.card()}
      </a>
      <ShareSheet />
    </div>
  );
}
