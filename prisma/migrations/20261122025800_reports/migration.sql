-- CreateTable
CREATE TABLE "report" (
    "id" SERIAL NOT NULL,
    "owner_id" TEXT NOT NULL,
    "within_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "type_id" INTEGER,
    "tag" TEXT,
    "hours" TEXT NOT NULL,
    "every" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "to_owner" BOOLEAN NOT NULL,
    "addresses" TEXT[],
    "language" TEXT NOT NULL,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "stopped" TEXT,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_mail" (
    "id" UUID NOT NULL,
    "report_id" INTEGER NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "recipient" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "answer" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_next_at_idx" ON "report"("next_at");

-- CreateIndex
CREATE INDEX "report_owner_id_idx" ON "report"("owner_id");

-- CreateIndex
CREATE INDEX "report_mail_status_due_at_idx" ON "report_mail"("status", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_mail_report_id_period_from_period_to_recipient_key" ON "report_mail"("report_id", "period_from", "period_to", "recipient");

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_mail" ADD CONSTRAINT "report_mail_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;
