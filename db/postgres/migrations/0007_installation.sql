CREATE TABLE "installation" (
	"name" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "scanned_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "installation_by_name" ON "installation" USING btree ("name");