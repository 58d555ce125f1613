import * as layout from "#lib/generated/messages/layout.ts";
import { currentLocale, localeNames, locales, localized } from "#lib/locale.ts";
import { herePath } from "#lib/here.ts";
import { siteSettings } from "#lib/site/settings.ts";

const links = [
  ["/", layout.stories],
  ["/share", layout.shareYours],
  ["/my", layout.yourStories],
  ["/content-warnings", layout.chooseWhatYouSee],
  ["/helplines", layout.helplines],
  ["/log", layout.whatWeDecide],
  ["/moderation", layout.forModerators],
] as const;

const linkClass = "inline-flex min-h-target items-center px-2 hover:text-ink";

export function SiteFooter() {
  const { name, intro } = siteSettings();
  return (
    <footer className="site-footer mt-auto border-t border-rule px-gutter">
      <div className="mx-auto w-full max-w-measure py-8 text-small text-quiet">
        <p className="max-w-[30rem]">
          <span className="font-medium text-ink">{name}.</span> {intro}
        </p>
        <nav aria-label={layout.footer()} className="-mx-2 mt-3 flex flex-wrap sm:gap-x-3">
          {links.map(([href, words]) => (
            <a key={href} href={localized(href)} className={linkClass}>
              {words()}
            </a>
          ))}
        </nav>
        <LanguageLinks />
      </div>
    </footer>
  );
}

/** The same page in the other languages, each by the name that those who speak it know. */
export function LanguageLinks() {
  const others = locales.filter((each) => each !== currentLocale());
  return (
    <nav aria-label={layout.language()} className="-mx-2 flex flex-wrap">
      {others.map((locale) => (
        <a
          key={locale}
          href={localized(herePath(), locale)}
          lang={locale}
          hrefLang={locale}
          rel="alternate"
          className={linkClass}
        >
          {localeNames[locale]}
        </a>
      ))}
    </nav>
  );
}
