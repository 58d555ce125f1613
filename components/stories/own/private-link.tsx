import { CopyLink } from "#components/ui/copy-link.tsx";
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
        Keep this link
      </h2>
      <p className="mt-1 text-quiet">
        It is the way back to this page, and whoever has it can take the story back. Save it where
        only you look.{" "}
        {hasContact ? (
          <>
            If it is lost, we can <a href={localized("/my/lost-link")}>mail you a link again</a>.
          </>
        ) : (
          "We can’t send you one again, unless you leave an address for mail on this page."
        )}
      </p>
      <div className="mt-3">
        <CopyLink label="Your private link" url={url} />
      </div>
    </section>
  );
}
