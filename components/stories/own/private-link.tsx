import { CopyLink } from "#components/ui/copy-link.tsx";
import * as own from "#lib/generated/messages/own.ts";
import { localized } from "#lib/locale.ts";

type PrivateLinkProps = {
  url: string;
  /** Whether one can be mailed again. */
  hasContact: boolean;
};

/** The link itself, to be kept: it can be selected as it stands, and copied where a script runs. */
export function PrivateLink({ url, hasContact }: PrivateLinkProps) {
  return (
    <section aria-labelledby="keep" className="note">
      <h2 id="keep" className="note-title">
        {own.keepLink()}
      </h2>
      <p className="mt-1 text-quiet">
        {own.keepLinkWhy()}{" "}
        {hasContact
          ? own.linkMailedAgain({
              link: (words) => <a href={localized("/my/lost-link")}>{words}</a>,
            })
          : own.linkNotSentAgain()}
      </p>
      <div className="mt-3">
        <CopyLink label={own.privateLink()} url={url} />
      </div>
    </section>
  );
}
