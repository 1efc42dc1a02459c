-- AlterTable
ALTER TABLE "kiosk" ADD COLUMN     "here" JSONB;
