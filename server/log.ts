import { log, withoutWords } from "#lib/log.ts";

const routes: [RegExp, string][] = [
  [/^\/$/, "/"],
  [/^\/older\/[^/]+$/, "/older/[cursor]"],
  [/^\/stories\/[^/]+(\/heart|\/mastodon|\/report|\/embed)?$/, "/stories/[id]$1"],
  [/^\/stories\/[^/]+\/embed\/(light|dark)$/, "/stories/[id]/embed/[look]"],
  [/^\/embed\/stories\/[^/]+$/, "/embed/stories/[id]"],
  [/^\/embed\/files\/[^/]+$/, "/embed/files/[name]"],
  [/^\/(embed\.js|embed\/feed|api\/oembed)$/, "/$1"],
  [/^\/my(\/account|\/account\/delete|\/export|\/lost-link)?$/, "/my$1"],
  [/^\/my\/[^/]+(\/appeal|\/change|\/withdraw)?$/, "/my/[token]$1"],
  [/^\/my\/[^/]+\/pictures\/[^/]+\/[^/]+$/, "/my/[token]/pictures/[id]/[file]"],
  [/^(\/moderation)?\/pictures\/[^/]+\/[^/]+$/, "$1/pictures/[id]/[file]"],
  [/^\/previews\/[^/]+\/[^/]+$/, "/previews/[id]/[file]"],
  [/^\/log\/20\d\d$/, "/log/[year]"],
  [/^\/calls\/[^/]+\/share$/, "/calls/[slug]/share"],
  [/^\/(themes|calls|roles)\/[^/]+$/, "/$1/[slug]"],
  [/^\/(themes|calls)\/[^/]+\/(feed\.xml|feed\.json)$/, "/$1/[slug]/$2"],
  [/^\/(feed\.xml|feed\.json|sitemap\.xml|robots\.txt)$/, "/$1"],
  [/^\/sitemaps\/[^/]+$/, "/sitemaps/[part]"],
  [/^\/(themes|calls|roles)\/[^/]+\/older\/[^/]+$/, "/$1/[slug]/older/[cursor]"],
  [/^\/hashtags\/[^/]+$/, "/hashtags/[tag]"],
  [/^\/hashtags\/[^/]+\/older\/[^/]+$/, "/hashtags/[tag]/older/[cursor]"],
  [/^\/hearted(\/week)?\/older\/[^/]+$/, "/hearted$1/older/[cursor]"],
  [/^\/moderation\/stories\/[^/]+(\/claim)?$/, "/moderation/stories/[id]$1"],
  [/^\/moderation\/calls\/[^/]+$/, "/moderation/calls/[slug]"],
  [/^\/moderation\/(helplines|reasons|screening)\/[^/]+$/, "/moderation/$1/[id]"],
  [
    /^\/(share|random|search|roles|hearted|hearted\/week|content-warnings|helplines|log|moderation(\/(calls|care|helplines|insights|live|log|log\/export|reasons|reports|screening|search|team))?|sign-in|sign-in\/confirm|sign-in\/check-mail)$/,
    "/$1",
  ],
  [/^(\/api)?\/stop-mail\/[^/]+$/, "$1/stop-mail/[token]"],
  [/^\/api\/hearts\/[^/]+$/, "/api/hearts/[id]"],
  [/^\/api\/v1(\/(stories|themes|calls|openapi\.json))?$/, "/api/v1$1"],
  [/^\/api\/v1\/stories\/[^/]+$/, "/api/v1/stories/[id]"],
  [/^\/api\/v1\/(themes|calls)\/[^/]+$/, "/api/v1/$1/[slug]"],
  [/^\/api\/helplines$/, "/api/helplines"],
  [/^\/api\/auth\/.*$/, "/api/auth/[...]"],
  [/^\/api\/health\/(live|ready)$/, "/api/health/$1"],
  [/^\/_next\/.*$/, "/_next/[...]"],
];

/** The route that a path belongs to. An unknown path is not repeated: anything can stand in it. */
export function routeOf(pathname: string): string {
  for (const [pattern, route] of routes) {
    if (pattern.test(pathname)) return pathname.replace(pattern, route);
  }
  return "[unknown]";
}

/** What Next would print of failed requests becomes a line of the log, and says no more than others. */
export function quietConsole(): void {
  console.error = console.warn = (...said: unknown[]) => {
    const error = said.find((each) => each instanceof Error);
    log.warn(error ? withoutWords(error) : {}, "from Next");
  };
}
