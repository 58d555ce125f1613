import { SubmitButton } from "#components/forms/submit-button.tsx";
import { DeskWords } from "#components/helplines/desk-words.tsx";
import { placeName } from "#components/helplines/done-words.ts";
import { hidden } from "#components/ui/hidden.tsx";
import * as said from "#lib/generated/messages/helplines.ts";
import { checkHelplineAction, putHelplineFirstAction } from "#lib/helplines/actions.ts";
import { byCountry } from "#lib/helplines/helpline.ts";
import type { HelplineAtDesk } from "#lib/helplines/queries.ts";
import { localized } from "#lib/locale.ts";

/** Every helpline as those who look after it see it, country by country. */
export function DeskList({ helplines }: { helplines: readonly HelplineAtDesk[] }) {
  return byCountry(helplines).map(({ country = "", helplines: inCountry }) => (
    <section key={country} aria-labelledby={`of-${country}`} className="desk-country">
      <h2 id={`of-${country}`}>{placeName(country)}</h2>
      <ul>
        {inCountry.map((helpline) => (
          <Entry key={helpline.id} helpline={helpline} first={helpline === inCountry[0]} />
        ))}
      </ul>
    </section>
  ));
}

function Entry({ helpline, first }: { helpline: HelplineAtDesk; first: boolean }) {
  const { id, name, country, seen } = helpline;
  const which = { name, place: placeName(country), hidden };
  return (
    <li id={id} className="desk-helpline">
      <div className="min-w-0">
        <h3 className="text-lead font-medium">
          <bdi>{name}</bdi>
        </h3>
        <DeskWords helpline={helpline} />
      </div>
      <div className="desk-helpline-acts">
        <form action={checkHelplineAction}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seen" value={seen} />
          <SubmitButton tone="quiet" pendingLabel={said.saving()}>
            {said.checkedToday(which)}
          </SubmitButton>
        </form>
        {!first && (
          <form action={putHelplineFirstAction}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton tone="quiet" pendingLabel={said.moving()}>
              {said.putFirst(which)}
            </SubmitButton>
          </form>
        )}
        <a href={localized(`/moderation/helplines/${id}`)}>{said.change(which)}</a>
      </div>
    </li>
  );
}
