ALTER TABLE "trials" ADD COLUMN "part" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "own_rule_sets" ADD COLUMN "tried_on" json;--> statement-breakpoint
ALTER TABLE "reratings" ADD COLUMN "edition" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "reratings" ADD COLUMN "second" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "reratings" ADD COLUMN "second_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "reratings" ADD COLUMN "second_at" timestamp (3) with time zone;