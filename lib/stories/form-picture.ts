import "server-only";
import * as submit from "#lib/generated/messages/submit.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { attachPicture } from "#lib/pictures/commands.ts";
import { type Failure, failure } from "#lib/result.ts";

/** The picture is no longer there: unsent ones are kept for a day. */
export class LostPicture extends Error {}

export function lostPicture(): Failure {
  return failure("invalid", submit.lookAtFields(), { picture: [submit.pictureGone()] });
}

type PictureOfForm = { storyId: string; key: string; pictureId: string | null };

/** Makes the picture that came with a form this story's. Throws, to undo all, when it can't. */
export async function takePicture(
  tx: Prisma.TransactionClient,
  { storyId, key, pictureId }: PictureOfForm,
) {
  if (!pictureId) return;
  if (await tx.picture.count({ where: { id: pictureId, storyId } })) return;
  if (!(await attachPicture(tx, { pictureId, key, storyId }))) throw new LostPicture();
}
