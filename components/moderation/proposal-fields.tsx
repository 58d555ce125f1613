import { Chip, TextArea } from "#components/forms/controls.tsx";
import { Field } from "#components/forms/field.tsx";
import * as desk from "#lib/generated/messages/desk.ts";

type ProposalFieldsProps = {
  /** The story's own words, to begin from. */
  text: string;
  values: { proposal: string; publishAtOnce: boolean };
  /** Whether accepted words are published at once only with an answer about who is recognisable. */
  asksRecognisable: boolean;
  error: string | undefined;
  register: (name: string) => object;
};

/** Words that would let nobody be recognised. The storyteller sees the difference, and decides. */
export function ProposalFields(props: ProposalFieldsProps) {
  const { text, values, asksRecognisable, error, register } = props;
  const isOpen = Boolean(error) || (values.proposal !== "" && values.proposal !== text);
  return (
    <details className="more proposal" open={isOpen || undefined}>
      <summary aria-keyshortcuts="p">{desk.proposeWords()}</summary>
      <input type="hidden" name="proposalBase" value={text} />
      <Field id="proposal" label={desk.proposal()} hint={desk.proposalHint()} error={error}>
        {(aria) => (
          <TextArea
            {...aria}
            {...register("proposal")}
            dir="auto"
            rows={5}
            defaultValue={values.proposal || text}
          />
        )}
      </Field>
      <div className="chips mt-3">
        <Chip
          type="checkbox"
          id="publishAtOnce"
          label={desk.publishAtOnce()}
          {...register("publishAtOnce")}
          value="yes"
          defaultChecked={values.publishAtOnce}
          {...(asksRecognisable && { "aria-describedby": "publishAtOnce-hint" })}
        />
      </div>
      {asksRecognisable && (
        <p id="publishAtOnce-hint" className="mt-2 text-small text-quiet">
          {desk.publishAtOnceHint()}
        </p>
      )}
    </details>
  );
}
