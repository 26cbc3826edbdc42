CREATE TABLE "actions" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"supplier" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C",
	"rule" text COLLATE "C",
	"north_korea" boolean NOT NULL,
	"gap" text COLLATE "C" NOT NULL,
	"cause" text COLLATE "C" NOT NULL,
	"step" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C",
	"due" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"responsible" text COLLATE "C" NOT NULL,
	"own_step" text COLLATE "C" NOT NULL,
	"own_due" text COLLATE "C",
	"progress" text COLLATE "C" NOT NULL,
	"reviewed" text COLLATE "C",
	"relief_until" text COLLATE "C",
	"remind_on" text COLLATE "C",
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "actions_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "action_entries" (
	"org" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"step" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C",
	"text" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"changes" json,
	"rating" text COLLATE "C",
	CONSTRAINT "action_entries_org_action_position_pk" PRIMARY KEY("org","action","position")
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"correction" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"shows_name" boolean NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"questions" json NOT NULL,
	"closed" json NOT NULL,
	"called_back_at" timestamp (3) with time zone,
	CONSTRAINT "returns_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "returned_questions" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"comment" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"return_id" text COLLATE "C",
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" text COLLATE "C",
	CONSTRAINT "returned_questions_org_attestation_question_pk" PRIMARY KEY("org","attestation","question")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"supplier" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"rank" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"assigned_to" text COLLATE "C",
	"floors" integer NOT NULL,
	"findings" integer NOT NULL,
	"files" integer NOT NULL,
	"waiting" integer NOT NULL,
	"second" text COLLATE "C",
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "reviews_org_attestation_pk" PRIMARY KEY("org","attestation")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"step" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"proof" text COLLATE "C",
	"second" text COLLATE "C",
	"decision" text COLLATE "C",
	"user_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decisions_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "review_rules" (
	"org" text COLLATE "C" PRIMARY KEY NOT NULL,
	"second" json NOT NULL,
	"days" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trials" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"rules" text COLLATE "C",
	"edition" text COLLATE "C",
	"changes" json NOT NULL,
	"is_shared" boolean NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "trials_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "own_editions" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"definition" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"file" text COLLATE "C" NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text COLLATE "C" NOT NULL,
	CONSTRAINT "own_editions_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
DROP INDEX "invitations_once";--> statement-breakpoint
DROP INDEX "invitations_listed";--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "correction" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "cause" json;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "given" json;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_org_supplier_suppliers_org_id_fk" FOREIGN KEY ("org","supplier") REFERENCES "suppliers"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_entries" ADD CONSTRAINT "action_entries_org_action_actions_org_id_fk" FOREIGN KEY ("org","action") REFERENCES "actions"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returned_questions" ADD CONSTRAINT "returned_questions_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_org_supplier_suppliers_org_id_fk" FOREIGN KEY ("org","supplier") REFERENCES "suppliers"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_org_assigned_to_users_org_id_fk" FOREIGN KEY ("org","assigned_to") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_org_user_id_users_org_id_fk" FOREIGN KEY ("org","user_id") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_rules" ADD CONSTRAINT "review_rules_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trials" ADD CONSTRAINT "trials_org_owner_users_org_id_fk" FOREIGN KEY ("org","owner") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_editions" ADD CONSTRAINT "own_editions_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "actions_listed" ON "actions" USING btree ("org","due","id");--> statement-breakpoint
CREATE INDEX "actions_of_supplier" ON "actions" USING btree ("org","supplier","due");--> statement-breakpoint
CREATE INDEX "actions_of_attestation" ON "actions" USING btree ("org","attestation");--> statement-breakpoint
CREATE INDEX "actions_relief" ON "actions" USING btree ("org","relief_until");--> statement-breakpoint
CREATE INDEX "actions_reminders" ON "actions" USING btree ("org","remind_on");--> statement-breakpoint
CREATE INDEX "action_entries_of_attestation" ON "action_entries" USING btree ("org","attestation");--> statement-breakpoint
CREATE UNIQUE INDEX "returns_correction" ON "returns" USING btree ("org","correction");--> statement-breakpoint
CREATE INDEX "returns_attestation" ON "returns" USING btree ("org","attestation");--> statement-breakpoint
CREATE INDEX "returned_questions_sent" ON "returned_questions" USING btree ("org","return_id");--> statement-breakpoint
CREATE INDEX "reviews_due" ON "reviews" USING btree ("org","state","due_at","attestation","floors","findings","files");--> statement-breakpoint
CREATE INDEX "reviews_risk" ON "reviews" USING btree ("org","state","rank","due_at","attestation","floors","findings","files");--> statement-breakpoint
CREATE INDEX "reviews_assigned" ON "reviews" USING btree ("org","assigned_to","state","due_at","attestation");--> statement-breakpoint
CREATE INDEX "reviews_waiting" ON "reviews" USING btree ("org","state","waiting","due_at","attestation");--> statement-breakpoint
CREATE INDEX "reviews_supplier" ON "reviews" USING btree ("org","supplier","state");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_position" ON "decisions" USING btree ("org","attestation","position");--> statement-breakpoint
CREATE UNIQUE INDEX "own_editions_position" ON "own_editions" USING btree ("org","position");--> statement-breakpoint
CREATE INDEX "suppliers_by_band" ON "suppliers" USING btree ("org","band","expected","number","id","dprk","country","confidence","tier_set","site_countries","expected_band");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_once" ON "invitations" USING btree ("org","campaign","supplier","correction");--> statement-breakpoint
CREATE INDEX "invitations_listed" ON "invitations" USING btree ("org","campaign","number","id","state","expires_at","created_at","delivered_at","last_mail","unsubscribed_at","correction");
--> statement-breakpoint
-- By hand: the history of an action is append-only. Only what was typed changes, where an erasure takes it out.
CREATE TRIGGER "action_entries_are_never_changed" BEFORE UPDATE OF "org", "action", "attestation", "position", "at", "step", "side", "user_id", "language", "rating" ON "action_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "action_entries_are_never_emptied" BEFORE TRUNCATE ON "action_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "action_entries_are_never_deleted" BEFORE DELETE ON "action_entries" FOR EACH ROW EXECUTE FUNCTION refuse_unless_removed('action_entries are append-only');
--> statement-breakpoint
-- By hand: what was decided is never changed, and goes with what it is about alone.
CREATE TRIGGER "decisions_are_never_changed" BEFORE UPDATE OR TRUNCATE ON "decisions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "decisions_are_never_deleted" BEFORE DELETE ON "decisions" FOR EACH ROW EXECUTE FUNCTION refuse_unless_removed('decisions are append-only');
--> statement-breakpoint
-- By hand: what was signed before there were reviews, and counts, waits for one too. Nobody is late with it on the first day.
INSERT INTO "reviews" ("org", "attestation", "supplier", "state", "rank", "opened_at", "due_at", "floors", "findings", "files", "waiting")
SELECT a."org", a."id", s."id", 'open',
	CASE r."rating"->>'band' WHEN 'critical' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END,
	a."submitted_at", now() + interval '14 days',
	coalesce(json_array_length(r."rating"->'floor'->'reasons'), 0), coalesce(json_array_length(r."rating"->'contradictions'), 0),
	(SELECT count(*) FROM "evidence" e WHERE e."org" = a."org" AND e."attestation" = a."id" AND e."removed_at" IS NULL), 0
FROM "suppliers" s JOIN "ratings" r ON r."org" = s."org" AND r."id" = s."rating"
JOIN "attestations" a ON a."org" = r."org" AND a."id" = r."attestation" WHERE a."state" = 'submitted';
