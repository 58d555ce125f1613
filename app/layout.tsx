import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { fontVariables } from "#app/fonts.ts";
import { env } from "#lib/env.ts";
import { currentLocale } from "#lib/locale.ts";
import { siteSettings } from "#lib/site/settings.ts";
import "#app/globals.css";

export function generateMetadata(): Metadata {
  const { name, intro } = siteSettings();
  const { SITE_URL } = env();
  return {
    title: { default: name, template: `%s · ${name}` },
    description: intro,
    applicationName: name,
    ...(SITE_URL ? { metadataBase: new URL(SITE_URL) } : {}),
    icons: { icon: "/favicon.svg", apple: "/apple-touch-icon.png" },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#16161a" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  const { accent } = siteSettings();
  return (
    <html lang={currentLocale()} className={fontVariables}>
      {/* The address names the colour, so that a changed setting is a changed address. */}
      {accent && <link rel="stylesheet" href={`/site.css?${accent.slice(1)}`} precedence="high" />}
      <body className="flex min-h-dvh flex-col">{children}</body>
    </html>
  );
}
