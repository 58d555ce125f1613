import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClaimStory } from "#components/accounts/claim-story.tsx";
import { CareNote } from "#components/content-warnings/care-note.tsx";
import { Page } from "#components/layout/page.tsx";
import { DoneNote } from "#components/ui/done-note.tsx";
import { doneSentence } from "#components/stories/own/done-words.ts";
import { ForgetDraft } from "#components/stories/own/forget-draft.tsx";
import { ModeratorWords } from "#components/stories/own/moderator-words.tsx";
import { OwnActs } from "#components/stories/own/own-acts.tsx";
import { OwnStory } from "#components/stories/own/own-story.tsx";
import { ProposalForm } from "#components/stories/own/proposal-form.tsx";
import { ProposedWords } from "#components/stories/own/proposed-words.tsx";
import { PrivateLink } from "#components/stories/own/private-link.tsx";
import { StorySteps } from "#components/stories/own/story-steps.tsx";
import { isAboutLastDecision, statusWords } from "#components/stories/own/words.ts";
import { YourChoices } from "#components/stories/own/your-choices.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { countryOf } from "#lib/country.ts";
import { requiredSetting } from "#lib/env.ts";
import * as helplines from "#lib/generated/messages/helplines.ts";
import * as own from "#lib/generated/messages/own.ts";
import { localized } from "#lib/locale.ts";
import { helplinesAtHand } from "#lib/helplines/at-hand.ts";
import { getOwnStory, getReadingTime } from "#lib/stories/own/queries.ts";
import { findDone } from "#lib/stories/own/schema.ts";
import { visitOf } from "#lib/stories/own/visit.ts";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: own.yourStory(),
  robots: { index: false, follow: false },
  referrer: "same-origin",
});

export default async function MyStory({ params, searchParams }: PageProps<"/[locale]/my/[token]">) {
  const visit = await visitOf((await params).token);
  const story = await getOwnStory(visit);
  if (!story) notFound();
  const { way, waitingFor, lastDecision, proposal, privateLink, contact } = story;
  const readingTime = waitingFor ? await getReadingTime() : null;
  const done = findDone((await searchParams).done);
  const sentence = done && doneSentence(done, story);
  const withdrawn = story.status === "WITHDRAWN";
  const { title, meaning } = statusWords(story);
  const reasonFirst = isAboutLastDecision(story);
  // Until something has happened, what matters most is not to lose the way back here.
  const linkFirst = waitingFor === "story" && !contact;
  const link = privateLink && !withdrawn && (
    <PrivateLink
      url={`${requiredSetting("SITE_URL")}${localized(`/my/${privateLink}`)}`}
      hasContact={contact !== null}
    />
  );
  return (
    <Page>
      {sentence && <DoneNote sentence={sentence} />}
      <PageHeading title={title}>
        <p>{meaning}</p>
      </PageHeading>
      <div className="own">
        {story.careMark && (
          <CareNote
            atHand={await helplinesAtHand()}
            country={countryOf({ languages: visit.languages })}
            calm={helplines.noHurry()}
          />
        )}
        {reasonFirst && lastDecision && (
          <div className="own-reason">
            <ModeratorWords {...lastDecision} />
          </div>
        )}
        {/* Always here, or what is said to an answer that came too late would have no place. */}
        <ProposalForm way={way} decisionId={proposal?.decisionId ?? null}>
          {proposal && <ProposedWords story={story} proposal={proposal} />}
        </ProposalForm>
        <OwnActs story={story} />
        {linkFirst && link}
        <section aria-labelledby="steps">
          <h2 id="steps" className="own-heading">
            {own.whatHappened()}
          </h2>
          <StorySteps story={story} readingTime={readingTime} lastWithoutReason={reasonFirst} />
        </section>
        {withdrawn ? (
          <ForgetDraft storyId={story.id} what="words" />
        ) : (
          <>
            {sentence && done === "anonymous" && <ForgetDraft storyId={story.id} what="byline" />}
            <OwnStory story={story} />
            <YourChoices story={story} />
          </>
        )}
        {!linkFirst && link}
        {!withdrawn && privateLink === way && (
          <ClaimStory way={way} signedIn={visit.viewer !== null} />
        )}
        {story.can.withdraw && (
          <div className="choice">
            <p className="mb-4 text-ui text-quiet">{own.withdrawWhy()}</p>
            <ButtonLink tone="risk" href={localized(`/my/${way}/withdraw`)}>
              {own.withdraw()}
            </ButtonLink>
          </div>
        )}
      </div>
    </Page>
  );
}
