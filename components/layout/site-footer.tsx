import { siteSettings } from "#lib/site/settings.ts";

const links = [
  ["/", "Stories"],
  ["/share", "Share yours"],
  ["/my", "Your stories"],
  ["/content-warnings", "Choose what you see"],
  ["/helplines", "Helplines"],
  ["/log", "What we decide"],
  ["/moderation", "For moderators"],
] as const;

export function SiteFooter() {
  const { name, intro } = siteSettings();
  return (
    <footer className="site-footer mt-auto border-t border-rule px-gutter">
      <div className="mx-auto w-full max-w-measure py-8 text-small text-quiet">
        <p className="max-w-[30rem]">
          <span className="font-medium text-ink">{name}.</span> {intro}
        </p>
        <nav aria-label="Footer" className="-mx-2 mt-3 flex flex-wrap sm:gap-x-3">
          {links.map(([href, words]) => (
            <a
              key={href}
              href={href}
              className="inline-flex min-h-target items-center px-2 hover:text-ink"
            >
              {words}
            </a>
          ))}
        </nav>
      </div>
    </footer>
  );
}
