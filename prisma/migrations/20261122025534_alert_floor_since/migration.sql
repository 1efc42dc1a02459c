-- CreateIndex
CREATE INDEX "alert_floor_id_since_idx" ON "alert"("floor_id", "since");
