ALTER TABLE "users" ADD COLUMN "reads_north_korea" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "users" SET "reads_north_korea" = true WHERE "role" IN ('admin', 'analyst') AND "disabled_at" IS NULL;
