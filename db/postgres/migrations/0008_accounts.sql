CREATE TABLE "joinings" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"invited_by" text COLLATE "C" NOT NULL,
	"generation" integer NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "joinings_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"user" text COLLATE "C" NOT NULL,
	"way" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "password_resets_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"org" text COLLATE "C" NOT NULL,
	"user" text COLLATE "C" NOT NULL,
	"generation" integer NOT NULL,
	"set_at" timestamp (3) with time zone,
	"last_step" integer NOT NULL,
	CONSTRAINT "second_factors_org_user_pk" PRIMARY KEY("org","user")
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"org" text COLLATE "C" NOT NULL,
	"user" text COLLATE "C" NOT NULL,
	"code_hash" text COLLATE "C" NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_org_user_code_hash_pk" PRIMARY KEY("org","user","code_hash")
);
--> statement-breakpoint
CREATE TABLE "access_rules" (
	"org" text COLLATE "C" PRIMARY KEY NOT NULL,
	"second_factor_roles" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempt_counts" (
	"org" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"listed" integer NOT NULL,
	CONSTRAINT "attempt_counts_org_kind_window_start_pk" PRIMARY KEY("org","kind","window_start")
);
--> statement-breakpoint
ALTER TABLE "team_sessions" ADD COLUMN "last_seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "team_sessions" ADD COLUMN "address" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "team_sessions" ADD COLUMN "agent" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "supplier_sessions" ADD COLUMN "stand_in" json;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "stand_in" json;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "actor_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "address" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "agent" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "joinings" ADD CONSTRAINT "joinings_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joinings" ADD CONSTRAINT "joinings_org_invited_by_users_org_id_fk" FOREIGN KEY ("org","invited_by") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_org_user_users_org_id_fk" FOREIGN KEY ("org","user") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_org_user_users_org_id_fk" FOREIGN KEY ("org","user") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_org_user_users_org_id_fk" FOREIGN KEY ("org","user") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_rules" ADD CONSTRAINT "access_rules_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_counts" ADD CONSTRAINT "attempt_counts_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "joinings_by_token" ON "joinings" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "password_resets_by_token" ON "password_resets" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "password_resets_of_user" ON "password_resets" USING btree ("org","user");--> statement-breakpoint
CREATE INDEX "team_sessions_of_user" ON "team_sessions" USING btree ("org","user");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("org","actor_id","seq") WHERE actor_id is not null;--> statement-breakpoint
CREATE INDEX "audit_events_action" ON "audit_events" USING btree ("org","action","seq") WHERE action <> 'answer.saved';--> statement-breakpoint
-- By hand: who did each event is copied out of its actor, once. What is on record stays as it was written.
DROP TRIGGER "audit_events_are_never_changed" ON "audit_events";
--> statement-breakpoint
UPDATE "audit_events" SET "actor_id" = "actor"->>'id' WHERE "actor"->>'kind' IN ('person', 'api-key');
--> statement-breakpoint
CREATE TRIGGER "audit_events_are_never_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
