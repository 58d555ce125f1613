import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";

const problems = { cookies: reading.heartNeedsCookie, often: reading.manyHearts } as const;

type HeartProblem = keyof typeof problems;

export const isHeartProblem = (value: unknown): value is HeartProblem =>
  typeof value === "string" && Object.hasOwn(problems, value);

type HeartAnswerProps = {
  storyId: string;
  hearts: number;
  mine: boolean;
  /** Where the heart was pressed, when that is known. */
  from: string | null;
  problem: HeartProblem | null;
};

/** What came of a heart, with a way to take it back and one to go on reading. */
export function HeartAnswer({ storyId, hearts, mine, from, problem }: HeartAnswerProps) {
  return (
    <>
      <PageHeading title={titleOf(mine, problem)}>
        <p>{countOf(hearts, mine)}</p>
      </PageHeading>
      {problem && (
        <Notice tone="alert" role="alert" className="mb-8">
          <p>{problems[problem]()}</p>
        </Notice>
      )}
      <form action={`/api/hearts/${storyId}`} method="post" className="flex flex-wrap gap-3">
        {from !== null && <input type="hidden" name="from" value={from} />}
        <ButtonLink href={`${from ?? localized(`/stories/${storyId}`)}#story-${storyId}`}>
          {reading.backToStory()}
        </ButtonLink>
        <Button tone="quiet" name="heart" value={mine ? "off" : "on"}>
          {mine ? reading.takeHeartBack() : reading.giveHeart()}
        </Button>
      </form>
    </>
  );
}

function titleOf(mine: boolean, problem: HeartProblem | null): string {
  if (problem) return reading.heartFailed();
  return mine ? reading.heartCounted() : reading.heartNotGiven();
}

function countOf(hearts: number, mine: boolean): string {
  if (hearts === 0) return reading.noHearts();
  return mine
    ? reading.heartsAndYours({ count: hearts })
    : reading.heartsOfOthers({ count: hearts });
}
