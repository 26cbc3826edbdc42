CREATE TABLE "answers" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"attestation_revision" integer NOT NULL,
	"answer" json NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answers_org_attestation_question_revision_pk" PRIMARY KEY("org","attestation","question","revision")
);
--> statement-breakpoint
CREATE TABLE "attestations" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"invitation" text COLLATE "C" NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"questionnaire" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"started_at" timestamp (3) with time zone,
	"saved_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone,
	CONSTRAINT "attestations_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" json NOT NULL,
	"subject_type" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"details" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_suppliers" (
	"org" text COLLATE "C" NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"supplier" text COLLATE "C" NOT NULL,
	CONSTRAINT "campaign_suppliers_org_campaign_supplier_pk" PRIMARY KEY("org","campaign","supplier")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"questionnaire" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"regimes" json NOT NULL,
	"modules" json NOT NULL,
	"rule_set" text COLLATE "C" NOT NULL,
	"edition" text COLLATE "C" NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"zone" text COLLATE "C" NOT NULL,
	"reason" json NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"launched_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "campaigns_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"supplier" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"name" text COLLATE "C",
	"email" text COLLATE "C" NOT NULL,
	"email_key" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	CONSTRAINT "contacts_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "declarations" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"job" text COLLATE "C" NOT NULL,
	"sharing" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"statement_hash" text COLLATE "C" NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"document" text COLLATE "C" NOT NULL,
	CONSTRAINT "declarations_org_attestation_pk" PRIMARY KEY("org","attestation")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"fields" json NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_org_attestation_question_pk" PRIMARY KEY("org","attestation","question")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_by" json,
	CONSTRAINT "evidence_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"supplier" text COLLATE "C" NOT NULL,
	"contact" text COLLATE "C" NOT NULL,
	"generation" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"unsubscribed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_mail" text COLLATE "C",
	"delivered_at" timestamp (3) with time zone,
	"number" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "invitations_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "launches" (
	"org" text COLLATE "C" NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"actor" json NOT NULL,
	"invitations" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "launches_org_campaign_pk" PRIMARY KEY("org","campaign")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"org" text COLLATE "C" NOT NULL,
	"invitation" text COLLATE "C" NOT NULL,
	"generation" integer NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"changed_at" timestamp (3) with time zone,
	CONSTRAINT "links_org_invitation_generation_pk" PRIMARY KEY("org","invitation","generation")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"invitation" text COLLATE "C" NOT NULL,
	"recipient" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"message_id" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"attempts" integer NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"last_error" text COLLATE "C",
	CONSTRAINT "mails_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"org" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"supplier" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"rating" json NOT NULL,
	CONSTRAINT "ratings_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "supplier_counts" (
	"org" text COLLATE "C" NOT NULL,
	"band" integer NOT NULL,
	"suppliers" integer NOT NULL,
	CONSTRAINT "supplier_counts_org_band_pk" PRIMARY KEY("org","band")
);
--> statement-breakpoint
CREATE TABLE "supplier_sessions" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"session_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "supplier_sessions_org_attestation_session_hash_pk" PRIMARY KEY("org","attestation","session_hash")
);
--> statement-breakpoint
CREATE TABLE "suppliers" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"ref" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"country" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C",
	"external_id" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"search" text COLLATE "C" NOT NULL,
	"band" integer,
	"score" double precision,
	"floor" boolean,
	"held" boolean,
	"confidence" double precision,
	"driver_code" text COLLATE "C",
	"driver_rule" text COLLATE "C",
	"driver_points" double precision,
	"driver_floor" boolean,
	"dprk" integer,
	"disclosed" boolean,
	"tiers" json,
	"tier_set" text COLLATE "C",
	"change" double precision,
	"previous_band" integer,
	"signed_at" timestamp (3) with time zone,
	"attestation" text COLLATE "C",
	"rating" text COLLATE "C",
	"rule_set" text COLLATE "C",
	"edition" text COLLATE "C",
	CONSTRAINT "suppliers_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "team_sessions" (
	"org" text COLLATE "C" NOT NULL,
	"session_hash" text COLLATE "C" NOT NULL,
	"user" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "team_sessions_org_session_hash_pk" PRIMARY KEY("org","session_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "users_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_org_invitation_invitations_org_id_fk" FOREIGN KEY ("org","invitation") REFERENCES "invitations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_suppliers" ADD CONSTRAINT "campaign_suppliers_org_campaign_campaigns_org_id_fk" FOREIGN KEY ("org","campaign") REFERENCES "campaigns"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_suppliers" ADD CONSTRAINT "campaign_suppliers_org_supplier_suppliers_org_id_fk" FOREIGN KEY ("org","supplier") REFERENCES "suppliers"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_org_supplier_suppliers_org_id_fk" FOREIGN KEY ("org","supplier") REFERENCES "suppliers"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_campaign_campaigns_org_id_fk" FOREIGN KEY ("org","campaign") REFERENCES "campaigns"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_supplier_suppliers_org_id_fk" FOREIGN KEY ("org","supplier") REFERENCES "suppliers"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_contact_contacts_org_id_fk" FOREIGN KEY ("org","contact") REFERENCES "contacts"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "launches" ADD CONSTRAINT "launches_org_campaign_campaigns_org_id_fk" FOREIGN KEY ("org","campaign") REFERENCES "campaigns"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_org_invitation_invitations_org_id_fk" FOREIGN KEY ("org","invitation") REFERENCES "invitations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_org_invitation_invitations_org_id_fk" FOREIGN KEY ("org","invitation") REFERENCES "invitations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_org_supplier_suppliers_org_id_fk" FOREIGN KEY ("org","supplier") REFERENCES "suppliers"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_counts" ADD CONSTRAINT "supplier_counts_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_sessions" ADD CONSTRAINT "supplier_sessions_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_sessions" ADD CONSTRAINT "team_sessions_org_user_users_org_id_fk" FOREIGN KEY ("org","user") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "answers_order" ON "answers" USING btree ("org","attestation","attestation_revision");--> statement-breakpoint
CREATE UNIQUE INDEX "attestations_invitation" ON "attestations" USING btree ("org","invitation");--> statement-breakpoint
CREATE UNIQUE INDEX "attestations_reference" ON "attestations" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "attestations_number" ON "attestations" USING btree ("number");--> statement-breakpoint
CREATE INDEX "audit_events_org" ON "audit_events" USING btree ("org","seq");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("org","subject_id","seq");--> statement-breakpoint
CREATE INDEX "campaigns_created" ON "campaigns" USING btree ("org","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_position" ON "contacts" USING btree ("org","supplier","position");--> statement-breakpoint
CREATE INDEX "contacts_email" ON "contacts" USING btree ("org","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_position" ON "evidence" USING btree ("org","attestation","position");--> statement-breakpoint
CREATE INDEX "evidence_file" ON "evidence" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_once" ON "invitations" USING btree ("org","campaign","supplier");--> statement-breakpoint
CREATE INDEX "invitations_supplier" ON "invitations" USING btree ("org","supplier");--> statement-breakpoint
CREATE INDEX "invitations_listed" ON "invitations" USING btree ("org","campaign","number","id","state","expires_at","created_at","delivered_at","last_mail");--> statement-breakpoint
CREATE UNIQUE INDEX "links_by_token" ON "links" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_message_id" ON "mails" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "mails_queued" ON "mails" USING btree ("org","queued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_position" ON "ratings" USING btree ("org","supplier","position");--> statement-breakpoint
CREATE UNIQUE INDEX "supplier_sessions_by_hash" ON "supplier_sessions" USING btree ("session_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "suppliers_ref" ON "suppliers" USING btree ("org","ref");--> statement-breakpoint
CREATE UNIQUE INDEX "suppliers_external_id" ON "suppliers" USING btree ("org","external_id");--> statement-breakpoint
CREATE INDEX "suppliers_name_key" ON "suppliers" USING btree ("org","name_key","country");--> statement-breakpoint
CREATE INDEX "suppliers_by_rating" ON "suppliers" USING btree ("org","band","score","number","id","dprk","country","confidence","tier_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_confidence" ON "suppliers" USING btree ("org","confidence","number","id","band","dprk","country","tier_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_country" ON "suppliers" USING btree ("org","country","number","id","band","dprk","confidence","tier_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_dprk" ON "suppliers" USING btree ("org","dprk","number","id","band","country","confidence","tier_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_signed" ON "suppliers" USING btree ("org","signed_at","number","id","band","dprk","country","confidence","tier_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_change" ON "suppliers" USING btree ("org","change","number","id","band","dprk","country","confidence","tier_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_number" ON "suppliers" USING btree ("org","number","id","band","dprk","country","confidence","tier_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_name" ON "suppliers" USING btree ("org","search","number","id","band","score","dprk","country","confidence","tier_set","signed_at","change");--> statement-breakpoint
CREATE UNIQUE INDEX "team_sessions_by_hash" ON "team_sessions" USING btree ("session_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "users_by_email" ON "users" USING btree ("email");