type StoryWordsProps = { text: string; large?: boolean };

/** A story's words as they were written: their line breaks, in their own direction. */
export function StoryWords({ text, large = false }: StoryWordsProps) {
  return (
    <p dir="auto" className={large ? "words words-large" : "words"}>
      {text}
    </p>
  );
}
