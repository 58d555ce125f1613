import { HeartIcon } from "#components/reactions/heart-icon.tsx";
import { numbers } from "#lib/formats.ts";
import * as reading from "#lib/generated/messages/reading.ts";

/**
 * A story's heart, and how many there are. The same for everyone, as it stands in cached pages: what
 * is one's own is added by HeartKeeper. Without JavaScript the form is sent, and answered by a page.
 */
export function HeartButton({ id, hearts }: { id: string; hearts: number }) {
  return (
    <form action={`/api/hearts/${id}`} method="post" className="heart">
      <button name="heart" value="on" aria-label={reading.heart()}>
        <HeartIcon />
      </button>
      <span hidden={hearts === 0} data-hearts={hearts}>
        <span className="sr-only">{reading.hearts()}</span>
        {numbers().format(hearts)}
      </span>
    </form>
  );
}
