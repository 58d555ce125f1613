/** `npm run generate`: what is generated (lib/generated), where it is not of the sources that are there. */
import { generate } from "#server/build.ts";
import { StartFailure } from "#server/failure.ts";

await generate().catch((error: unknown) => {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
