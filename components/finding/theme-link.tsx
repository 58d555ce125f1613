import { localized } from "#lib/locale.ts";

type ThemeLinkProps = { theme: { slug: string; title: string } };

/** From a story to the others under its theme. */
export function ThemeLink({ theme: { slug, title } }: ThemeLinkProps) {
  return (
    <a
      href={localized(`/themes/${slug}`)}
      className="-my-2.5 inline-flex min-h-target items-center hover:text-ink"
    >
      <bdi>{title}</bdi>
    </a>
  );
}
