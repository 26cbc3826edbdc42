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
ALTER TABLE "ratings" ADD COLUMN "cause" json;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "given" json;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_org_supplier_suppliers_org_id_fk" FOREIGN KEY ("org","supplier") REFERENCES "suppliers"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_entries" ADD CONSTRAINT "action_entries_org_action_actions_org_id_fk" FOREIGN KEY ("org","action") REFERENCES "actions"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "actions_listed" ON "actions" USING btree ("org","due","id");--> statement-breakpoint
CREATE INDEX "actions_of_supplier" ON "actions" USING btree ("org","supplier","due");--> statement-breakpoint
CREATE INDEX "actions_of_attestation" ON "actions" USING btree ("org","attestation");--> statement-breakpoint
CREATE INDEX "actions_relief" ON "actions" USING btree ("org","relief_until");--> statement-breakpoint
CREATE INDEX "actions_reminders" ON "actions" USING btree ("org","remind_on");--> statement-breakpoint
CREATE INDEX "action_entries_of_attestation" ON "action_entries" USING btree ("org","attestation");--> statement-breakpoint
-- By hand: the history of an action is append-only. Only what was typed changes, where an erasure takes it out.
CREATE TRIGGER "action_entries_are_never_changed" BEFORE UPDATE OF "org", "action", "attestation", "position", "at", "step", "side", "user_id", "language", "rating" ON "action_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "action_entries_are_never_emptied" BEFORE TRUNCATE ON "action_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "action_entries_are_never_deleted" BEFORE DELETE ON "action_entries" FOR EACH ROW EXECUTE FUNCTION refuse_unless_removed('action_entries are append-only');
