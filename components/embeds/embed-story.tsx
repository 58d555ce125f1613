import { CodeField } from "#components/embeds/code-field.tsx";
import { CopyLink } from "#components/ui/copy-link.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { type Look, embedPagePath, framePath, looks } from "#lib/embeds/address.ts";
import { codeOfFeed, codeWithScript, codeWithoutScript } from "#lib/embeds/code.ts";
import { FRAME_WIDTH, frameHeight } from "#lib/embeds/size.ts";
import { requiredSetting } from "#lib/env.ts";
import * as embeds from "#lib/generated/messages/embeds.ts";
import { siteSettings } from "#lib/site/settings.ts";
import { storyAddress } from "#lib/stories/address.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

const lookNames: Record<Look, () => string> = {
  auto: embeds.likeTheDevice,
  light: embeds.light,
  dark: embeds.dark,
};

type EmbedStoryProps = { story: StoryCard; look: Look };

/** A story as it looks on another site, and what to copy to have it there. */
export function EmbedStory({ story, look }: EmbedStoryProps) {
  const site = { name: siteSettings().name, url: requiredSetting("SITE_URL") };
  const url = storyAddress(story.id);
  const coded = { story, look, site };
  return (
    <>
      <PageHeading title={embeds.embedThisStory()}>
        <p>{embeds.embedIntro({ story: (words) => <a href={url}>{words}</a> })}</p>
      </PageHeading>
      <Looks storyId={story.id} look={look} />
      <iframe
        className="embed-frame"
        src={framePath(story.id, look)}
        title={embeds.asEmbedded()}
        width={FRAME_WIDTH}
        height={frameHeight(story, FRAME_WIDTH)}
      />
      {/* As on any page that embeds: the frame is as high as it asks to be. */}
      <script async src="/embed.js" />
      <CodeField id="code" label={embeds.theCode()} rows={7} code={codeWithScript(coded)}>
        {embeds.theCodeHint()}
      </CodeField>
      <CodeField
        id="code-unscripted"
        label={embeds.withoutScript()}
        rows={9}
        code={codeWithoutScript(coded)}
      >
        {embeds.withoutScriptHint()}
      </CodeField>
      <p className="note mt-12">{embeds.aCopy()}</p>
      <section className="embed-way">
        <h2>{embeds.onlyTheLink()}</h2>
        <p>{embeds.onlyTheLinkHint()}</p>
        <CopyLink label={embeds.linkToStory()} url={url} />
      </section>
      <CodeField
        id="code-feed"
        label={embeds.newestStories()}
        rows={4}
        code={codeOfFeed(look, site)}
      >
        {embeds.newestStoriesHint()}
      </CodeField>
    </>
  );
}

function Looks({ storyId, look: chosen }: { storyId: string; look: Look }) {
  return (
    <nav aria-label={embeds.colours()} className="-mx-2 mb-3 flex flex-wrap gap-x-2 text-small">
      {looks.map((look) => (
        <a
          key={look}
          href={embedPagePath(storyId, look)}
          aria-current={look === chosen ? "page" : undefined}
          className="inline-flex min-h-target items-center px-2 text-quiet hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
        >
          {lookNames[look]()}
        </a>
      ))}
    </nav>
  );
}
