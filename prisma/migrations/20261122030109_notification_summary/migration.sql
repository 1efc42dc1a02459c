-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "summary_id" UUID,
ALTER COLUMN "alert_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "notification_summary_id_idx" ON "notification"("summary_id");
