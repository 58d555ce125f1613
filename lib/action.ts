import "server-only";
import { headers } from "next/headers";
import { type Viewer, getViewer } from "#lib/accounts/viewer.ts";
import { languagesOf } from "#lib/country.ts";
import { beginActing } from "#lib/exchange.ts";

export type ActionContext = {
  viewer: Viewer | null;
  /** The client's address as server/http.ts saw it; a client cannot choose it. */
  address: string;
  /** What the browser prefers, best first. */
  languages: string[];
};

async function context(): Promise<ActionContext> {
  const sent = await headers();
  return {
    viewer: await getViewer(),
    address: sent.get("x-forwarded-for") ?? "unknown",
    languages: languagesOf(sent.get("accept-language")),
  };
}

function demandForm(form: unknown): asserts form is FormData {
  if (!(form instanceof FormData)) throw new TypeError("An action takes a form.");
  beginActing();
}

/**
 * A server action for `useActionState`. What the browser sends back as the state is not handed on:
 * it is the browser's, like the form, and the form has everything.
 */
export function action<State>(
  run: (context: ActionContext, form: FormData) => Promise<State>,
): (state: State, form: FormData) => Promise<State> {
  return async (_state, form) => {
    demandForm(form);
    return run(await context(), form);
  };
}

/** A server action for a form of a single button. */
export function formAction(
  run: (context: ActionContext, form: FormData) => Promise<void>,
): (form: FormData) => Promise<void> {
  return async (form) => {
    demandForm(form);
    return run(await context(), form);
  };
}
