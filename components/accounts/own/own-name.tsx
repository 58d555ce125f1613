import { NameForm } from "#components/accounts/own/name-form.tsx";
import type { NamePage } from "#lib/accounts/own/schema.ts";
import { deskOf } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

/** Whoever colleagues know by a name, or could; and whoever has one, to take it away. */
export function hasNameToChoose(person: Pick<Viewer, "name" | "role">): boolean {
  return deskOf(person) !== null || person.name !== null;
}

const wordsLook: Record<NamePage, string> = {
  desk: "care-words",
  account: "mt-1 mb-6 text-ui text-quiet",
};

type Person = Omit<Viewer, "id">;

function WhatItIs({ person: { name, email, role } }: { person: Person }) {
  if (!deskOf({ role })) {
    return accounts.nameCame();
  }
  return name === null
    ? accounts.nameNone({
        email: email ?? "",
        who: (address) => <bdi className="font-medium break-words text-ink">{address}</bdi>,
      })
    : accounts.nameKnown();
}

type OwnNameProps = {
  person: Person;
  page: NamePage;
  /** Another one after each saving: the form shows what was saved, and no problem from before. */
  formKey: string;
};

/** What colleagues call someone. Under a heading with the id `own-name`. */
export function OwnName({ person, page, formKey }: OwnNameProps) {
  return (
    <>
      <p id="own-name-words" className={wordsLook[page]}>
        <WhatItIs person={person} />
      </p>
      <NameForm key={formKey} name={person.name} page={page} words="own-name-words" />
    </>
  );
}
