import { Fragment } from "react";
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
    return <p className="text-ui text-quiet">Nothing changed.</p>;
  return (
    <div className="difference">
      {sameWords ? (
        <p className="text-ui text-quiet">The words are the same.</p>
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

function Removed({ text }: { text: string }) {
  return (
    <del>
      <span className="sr-only"> [taken out: </span>
      <Visible text={text} />
      <span className="sr-only">] </span>
    </del>
  );
}

function Added({ text }: { text: string }) {
  return (
    <ins>
      <span className="sr-only"> [put in: </span>
      <Visible text={text} />
      <span className="sr-only">] </span>
    </ins>
  );
}

/** A line break that came or went would not be seen. */
function Visible({ text }: { text: string }) {
  return text.split("\n").map((line, at) => (
    <Fragment key={at}>
      {at > 0 && (
        <>
          <span className="sr-only">line break</span>
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
