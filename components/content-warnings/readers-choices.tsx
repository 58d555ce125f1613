import { ChoiceScript } from "#components/content-warnings/choice-script.tsx";
import { GateChoices } from "#components/content-warnings/gate-choices.tsx";

type ReadersChoicesProps = {
  /** Of a page that is rendered for one request. */
  nonce?: string | undefined;
};

/** Stands before stories, wherever readers meet them. More than one in a page do no harm. */
export function ReadersChoices({ nonce }: ReadersChoicesProps) {
  return (
    <>
      <ChoiceScript nonce={nonce} />
      <GateChoices />
    </>
  );
}
