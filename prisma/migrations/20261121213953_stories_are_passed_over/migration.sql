-- CreateTable
CREATE TABLE "PassedOver" (
    "moderatorId" TEXT NOT NULL,
    "storyId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PassedOver_pkey" PRIMARY KEY ("moderatorId","storyId")
);

-- CreateIndex
CREATE INDEX "PassedOver_storyId_idx" ON "PassedOver"("storyId");

-- AddForeignKey
ALTER TABLE "PassedOver" ADD CONSTRAINT "PassedOver_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassedOver" ADD CONSTRAINT "PassedOver_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
