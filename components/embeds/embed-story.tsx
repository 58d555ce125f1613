import { CodeField } from "#components/embeds/code-field.tsx";
import { CopyLink } from "#components/ui/copy-link.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { type Look, embedPagePath, framePath, looks } from "#lib/embeds/address.ts";
import { codeOfFeed, codeWithScript, codeWithoutScript } from "#lib/embeds/code.ts";
import { FRAME_WIDTH, frameHeight } from "#lib/embeds/size.ts";
import { requiredSetting } from "#lib/env.ts";
import { siteSettings } from "#lib/site/settings.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

const lookNames: Record<Look, string> = {
  auto: "Like the reader’s device",
  light: "Light",
  dark: "Dark",
};

type EmbedStoryProps = { story: StoryCard; look: Look };

/** A story as it looks on another site, and what to copy to have it there. */
export function EmbedStory({ story, look }: EmbedStoryProps) {
  const site = { name: siteSettings().name, url: requiredSetting("SITE_URL") };
  const url = new URL(`/stories/${story.id}`, site.url).href;
  const coded = { story, look, site };
  return (
    <>
      <PageHeading title="Embed this story">
        <p>
          Show <a href={url}>this story</a> on your own site, in a frame that stays as the story is
          here: behind its warning if it has one, changed when it changes, gone when it goes.
        </p>
      </PageHeading>
      <Looks storyId={story.id} look={look} />
      <iframe
        className="embed-frame"
        src={framePath(story.id, look)}
        title="The story as it is embedded"
        width={FRAME_WIDTH}
        height={frameHeight(story, FRAME_WIDTH)}
      />
      {/* As on any page that embeds: the frame is as high as it asks to be. */}
      <script async src="/embed.js" />
      <CodeField id="code" label="The code" rows={7} code={codeWithScript(coded)}>
        A quotation, and a script of 1 KB that puts the frame in its place. Where scripts are taken
        out, the quotation stays.
      </CodeField>
      <CodeField
        id="code-unscripted"
        label="Without a script"
        rows={9}
        code={codeWithoutScript(coded)}
      >
        The frame itself, with a height that does not follow what is opened in it, and the quotation
        folded up below. Where frames are taken out, the quotation stays.
      </CodeField>
      <p className="note mt-12">
        A quotation is a copy. Should its storyteller withdraw the story, the frame says that it is
        gone; please take the quotation out of your page then, too.
      </p>
      <section className="embed-way">
        <h2>Only the link</h2>
        <p>
          WordPress, Ghost and others that know oEmbed make the frame of a link in a line of its
          own.
        </p>
        <CopyLink label="The link to this story" url={url} />
      </section>
      <CodeField id="code-feed" label="The newest stories" rows={4} code={codeOfFeed(look, site)}>
        Not this one, but whichever are the newest: ten of them, in a frame in which they scroll.
      </CodeField>
    </>
  );
}

function Looks({ storyId, look: chosen }: { storyId: string; look: Look }) {
  return (
    <nav aria-label="Colours" className="-mx-2 mb-3 flex flex-wrap gap-x-2 text-small">
      {looks.map((look) => (
        <a
          key={look}
          href={embedPagePath(storyId, look)}
          aria-current={look === chosen ? "page" : undefined}
          className="inline-flex min-h-target items-center px-2 text-quiet hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
        >
          {lookNames[look]}
        </a>
      ))}
    </nav>
  );
}
