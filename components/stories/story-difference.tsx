import { Fragment } from "react";
import * as submit from "#lib/generated/messages/submit.ts";
import type { Tag } from "#lib/messages/rich.ts";
import {
  type ComparedRevision,
  type FactChange,
  type WordsPart,
  factChanges,
  wordsDifference,
} from "#lib/stories/difference.ts";

type StoryDifferenceProps = { before: ComparedRevision; after: ComparedRevision };

/**
 * Two versions of a story as one text: what went is struck through, what came is underlined, and
 * both are said to those who listen. Below it, what changed besides the words.
 */
export function StoryDifference({ before, after }: StoryDifferenceProps) {
  const facts = factChanges(before, after);
  const sameWords = before.text === after.text;
  if (sameWords && facts.length === 0)
    return <p className="text-ui text-quiet">{submit.nothingChanged()}</p>;
  return (
    <div className="difference">
      {sameWords ? (
        <p className="text-ui text-quiet">{submit.sameWords()}</p>
      ) : (
        <p dir="auto" className="words">
          <WordsDifference before={before.text} after={after.text} />
        </p>
      )}
      {facts.length > 0 && (
        <dl className="difference-facts">
          {facts.map((fact, at) => (
            <Fact key={at} fact={fact} />
          ))}
        </dl>
      )}
    </div>
  );
}

function WordsDifference({ before, after }: { before: string; after: string }) {
  return wordsDifference(before, after).map((part, at) => <Part key={at} part={part} />);
}

function Part({ part: { kind, text } }: { part: WordsPart }) {
  if (kind === "same") return text;
  return kind === "removed" ? <Removed text={text} /> : <Added text={text} />;
}

/** Said to those who listen, about the words beside it. */
const aside: Tag = (words) => <span className="sr-only">{words}</span>;

function Removed({ text }: { text: string }) {
  return <del>{submit.takenOut({ aside, words: () => <Visible text={text} /> })}</del>;
}

function Added({ text }: { text: string }) {
  return <ins>{submit.putIn({ aside, words: () => <Visible text={text} /> })}</ins>;
}

/** A line break that came or went would not be seen. */
function Visible({ text }: { text: string }) {
  return text.split("\n").map((line, at) => (
    <Fragment key={at}>
      {at > 0 && (
        <>
          <span className="sr-only">{submit.lineBreak()}</span>
          <span aria-hidden="true">↵</span>
          {"\n"}
        </>
      )}
      {line}
    </Fragment>
  ));
}

function Fact({ fact: { what, before, after } }: { fact: FactChange }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {before !== null && (
          <bdi>
            <Removed text={before} />
          </bdi>
        )}{" "}
        {after !== null && (
          <bdi>
            <Added text={after} />
          </bdi>
        )}
      </dd>
    </div>
  );
}
