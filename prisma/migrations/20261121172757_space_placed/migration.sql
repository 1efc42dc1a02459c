-- AlterTable
ALTER TABLE "space" ADD COLUMN     "placed_at" TIMESTAMPTZ(6);
