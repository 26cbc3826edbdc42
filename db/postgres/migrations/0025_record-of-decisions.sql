ALTER TABLE "ratings" ADD COLUMN "rule_set" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "edition" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "carried" json;--> statement-breakpoint
CREATE INDEX "ratings_made" ON "ratings" USING btree ("org","created_at","id","rule_set","edition");--> statement-breakpoint
-- By hand: by what each rating was made is copied out of it, once. What is on record stays as it was written.
DROP TRIGGER "ratings_are_never_changed" ON "ratings";
--> statement-breakpoint
UPDATE "ratings" SET "rule_set" = "rating"->'ruleSet'->>'id', "edition" = "rating"->'edition'->>'id';
--> statement-breakpoint
CREATE TRIGGER "ratings_are_never_changed" BEFORE UPDATE OR TRUNCATE ON "ratings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
