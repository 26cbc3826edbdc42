ALTER TABLE "evidence" ADD COLUMN "about" json;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file" text COLLATE "C";