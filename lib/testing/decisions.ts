import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { offered } from "#lib/moderation/reasons/schema.ts";
import {
  type DecisionInput,
  type DecisionValues,
  decisionSchema,
  emptyDecision,
} from "#lib/moderation/schema.ts";

const schema = decisionSchema(offered(await readReasons()));

type Given = Partial<DecisionValues> & {
  storyId: string | null;
  revisionId: string | null;
  kind: string;
};

/** A decision as its form would bring it, with the reasons that an installation begins with. */
export function seededDecision(given: Given): DecisionInput {
  return schema.parse({ ...emptyDecision, ...given });
}
