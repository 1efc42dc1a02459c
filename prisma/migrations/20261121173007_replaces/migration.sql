-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "replaces_id" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "assignment_replaces_id_key" ON "assignment"("replaces_id");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
