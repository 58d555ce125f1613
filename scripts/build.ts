/** `npm run build`: what `npm start` does when sources have changed, for container images and CI. */
import { step } from "#scripts/steps.mjs";
import { buildSite, generate } from "#server/build.ts";
import { StartFailure } from "#server/failure.ts";

try {
  await step("Writing what is generated", () => generate());
  await step("Building the site", (progress) => buildSite({ progress }));
} catch (error) {
  console.error(error instanceof StartFailure ? `\n${error.message}` : error);
  process.exit(1);
}
