import * as reading from "#lib/generated/messages/reading.ts";

type BylineProps = { name: string | null; role: string | null };

export const bylineName = (name: string | null) => name ?? reading.anonymous();

/** Who tells it. Each part keeps its own direction. */
export function Byline({ name, role }: BylineProps) {
  return (
    <span>
      <bdi className="story-by">{bylineName(name)}</bdi>
      {role && (
        <>
          , <bdi>{role}</bdi>
        </>
      )}
    </span>
  );
}
