import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { localized } from "#lib/locale.ts";

const problems = {
  cookies:
    "A heart needs a cookie, so that it counts once and you can take it back. Your browser keeps none from us.",
  often: "Many hearts came from where you are in the last hour. Please try again later.",
} as const;

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
          <p>{problems[problem]}</p>
        </Notice>
      )}
      <form action={`/api/hearts/${storyId}`} method="post" className="flex flex-wrap gap-3">
        {from !== null && <input type="hidden" name="from" value={from} />}
        <ButtonLink href={`${from ?? localized(`/stories/${storyId}`)}#story-${storyId}`}>
          Back to the story
        </ButtonLink>
        <Button tone="quiet" name="heart" value={mine ? "off" : "on"}>
          {mine ? "Take your heart back" : "Give it your heart"}
        </Button>
      </form>
    </>
  );
}

function titleOf(mine: boolean, problem: HeartProblem | null): string {
  if (problem) return "This did not work";
  return mine ? "Your heart is counted" : "Your heart is not among them";
}

function countOf(hearts: number, mine: boolean): string {
  if (hearts === 0) return "The story has no hearts yet.";
  const all = hearts === 1 ? "one heart" : `${hearts} hearts`;
  if (!mine) return `The story has ${all}.`;
  return hearts === 1
    ? "The story has one heart, and it is yours."
    : `The story has ${all}, and one is yours.`;
}
