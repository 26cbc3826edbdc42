INSERT INTO "jobs" ("org", "kind", "key", "payload", "state", "due_at", "lease", "attempts", "created_at")
SELECT "org", 'mail.send', CASE WHEN "attempts" = 0 THEN "id" ELSE "id" || '/' || "attempts" END,
  json_build_object('mails', json_build_array("id"), 'attempts', "attempts"), 'waiting', "due_at", 0, 0, "queued_at"
FROM "mails" WHERE "state" IN ('queued', 'sending') ORDER BY "due_at", "id";--> statement-breakpoint
UPDATE "mails" SET "state" = 'queued' WHERE "state" = 'sending';--> statement-breakpoint
INSERT INTO "jobs" ("org", "kind", "key", "payload", "lane", "state", "due_at", "lease", "attempts", "created_at")
SELECT l."org", 'launch.invite', l."campaign", '{}', 'launch.invite', 'waiting', coalesce(c."launched_at", to_timestamp(0)), 0, 0, coalesce(c."launched_at", to_timestamp(0))
FROM "launches" l JOIN "campaigns" c ON c."org" = l."org" AND c."id" = l."campaign" WHERE l."ended_at" IS NULL;--> statement-breakpoint
DROP INDEX "mails_due";--> statement-breakpoint
ALTER TABLE "mails" DROP COLUMN "due_at";