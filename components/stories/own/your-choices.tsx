import type { ReactNode } from "react";
import { Byline } from "#components/stories/byline.tsx";
import { AnonymousForm } from "#components/stories/own/anonymous-form.tsx";
import { ConsentsForm } from "#components/stories/own/consents-form.tsx";
import { ContactForm } from "#components/stories/own/contact-form.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { localized } from "#lib/locale.ts";
import type { OwnStory } from "#lib/stories/own/queries.ts";

type ChoiceProps = { id: string; title: string; children: ReactNode };

function Choice({ id, title, children }: ChoiceProps) {
  return (
    <section aria-labelledby={id} className="choice">
      <h3 id={id} className="text-ui font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}

/** What the storyteller decides alone, and at once: the name, the uses, the mail. */
export function YourChoices({ story }: { story: OwnStory }) {
  const { way, consents, contact, hasByline } = story;
  return (
    <section aria-labelledby="choices">
      <h2 id="choices" className="own-heading">
        {own.choices()}
      </h2>
      <YourName story={story} />
      <Choice id="uses" title={own.uses()}>
        <p className="mt-1 mb-6 text-ui text-quiet">
          {own.usesWhy({
            link: (words) => <a href={localized(`/my/${way}/withdraw`)}>{words}</a>,
          })}
        </p>
        {/* Keyed by what is saved, so that the fields show it also where it came from elsewhere. */}
        <ConsentsForm
          key={JSON.stringify([consents, hasByline])}
          {...{ way, consents, hasByline }}
        />
      </Choice>
      <Choice id="mail" title={own.mail()}>
        <div className="mt-4">
          <ContactForm key={JSON.stringify(contact)} way={way} contact={contact} />
        </div>
      </Choice>
    </section>
  );
}

function YourName({ story }: { story: OwnStory }) {
  const { latest, published, way, can } = story;
  const { bylineName, bylineRole } = published ?? latest;
  return (
    <Choice id="name" title={own.name()}>
      <p className="mt-1 text-ui">
        <Byline name={bylineName} role={bylineRole} />
      </p>
      {can.becomeAnonymous ? (
        <>
          <p className="mt-1 mb-4 text-ui text-quiet">{own.nameErasable()}</p>
          <AnonymousForm way={way} />
        </>
      ) : (
        <p className="mt-1 text-ui text-quiet">{own.noName()}</p>
      )}
    </Choice>
  );
}
