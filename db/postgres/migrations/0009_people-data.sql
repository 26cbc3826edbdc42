CREATE TABLE "voids" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"actor" json NOT NULL,
	"voided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "voids_org_attestation_pk" PRIMARY KEY("org","attestation")
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"org" text COLLATE "C" PRIMARY KEY NOT NULL,
	"terms" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"supplier" text COLLATE "C",
	"reason" text COLLATE "C" NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"placed_by" json NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" json,
	CONSTRAINT "legal_holds_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "removals" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"subject_type" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"through" integer,
	"ground" text COLLATE "C" NOT NULL,
	"actor" json NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"removed_rows" json NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"declaration_hash" text COLLATE "C",
	"is_open" boolean NOT NULL,
	CONSTRAINT "removals_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "document_rules" (
	"org" text COLLATE "C" PRIMARY KEY NOT NULL,
	"keeps_apart" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "declined_reason" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "declined_hint" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "held_for" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "released_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "released_by" json;--> statement-breakpoint
ALTER TABLE "voids" ADD CONSTRAINT "voids_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_rules_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_org_supplier_suppliers_org_id_fk" FOREIGN KEY ("org","supplier") REFERENCES "suppliers"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_rules" ADD CONSTRAINT "document_rules_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "legal_holds_of_supplier" ON "legal_holds" USING btree ("org","supplier");--> statement-breakpoint
CREATE INDEX "removals_of" ON "removals" USING btree ("org","subject_id");--> statement-breakpoint
CREATE INDEX "suppliers_site_countries" ON "suppliers" USING btree ("org","site_countries","country","band") WHERE site_countries is not null;
--> statement-breakpoint
-- By hand: a row of an append-only table goes only while a removal of it is open, which is inside the write that adds the
-- removal. Changing a row stays impossible.
CREATE FUNCTION refuse_unless_removed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM removals WHERE org = OLD.org AND subject_type = 'attestation' AND subject_id = OLD.attestation AND is_open) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION '%', TG_ARGV[0];
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_unless_events_removed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	IF OLD.action NOT IN ('attestation.removed', 'events.removed') AND EXISTS (
		SELECT 1 FROM removals WHERE org = OLD.org AND is_open AND (
			(subject_type = OLD.subject_type AND subject_id = OLD.subject_id) OR (subject_type = 'events' AND OLD.seq <= through)
		)
	) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION '% are append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
DROP TRIGGER "answers_are_never_changed" ON "answers";
--> statement-breakpoint
CREATE TRIGGER "answers_are_never_changed" BEFORE UPDATE OR TRUNCATE ON "answers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "answers_are_never_deleted" BEFORE DELETE ON "answers" FOR EACH ROW EXECUTE FUNCTION refuse_unless_removed('answers are append-only');
--> statement-breakpoint
DROP TRIGGER "ratings_are_never_changed" ON "ratings";
--> statement-breakpoint
CREATE TRIGGER "ratings_are_never_changed" BEFORE UPDATE OR TRUNCATE ON "ratings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "ratings_are_never_deleted" BEFORE DELETE ON "ratings" FOR EACH ROW EXECUTE FUNCTION refuse_unless_removed('ratings are append-only');
--> statement-breakpoint
DROP TRIGGER "declarations_are_never_changed" ON "declarations";
--> statement-breakpoint
CREATE TRIGGER "declarations_are_never_changed" BEFORE UPDATE OR TRUNCATE ON "declarations" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "declarations_are_never_deleted" BEFORE DELETE ON "declarations" FOR EACH ROW EXECUTE FUNCTION refuse_unless_removed('declarations are append-only');
--> statement-breakpoint
DROP TRIGGER "evidence_is_never_deleted" ON "evidence";
--> statement-breakpoint
CREATE TRIGGER "evidence_is_never_emptied" BEFORE TRUNCATE ON "evidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_evidence_change('evidence is append-only');
--> statement-breakpoint
CREATE TRIGGER "evidence_is_never_deleted" BEFORE DELETE ON "evidence" FOR EACH ROW EXECUTE FUNCTION refuse_unless_removed('evidence is append-only');
--> statement-breakpoint
CREATE TRIGGER "voids_are_never_changed" BEFORE UPDATE OR TRUNCATE ON "voids" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "voids_are_never_deleted" BEFORE DELETE ON "voids" FOR EACH ROW EXECUTE FUNCTION refuse_unless_removed('voids are append-only');
--> statement-breakpoint
DROP TRIGGER "audit_events_are_never_changed" ON "audit_events";
--> statement-breakpoint
CREATE TRIGGER "audit_events_are_never_changed" BEFORE UPDATE OR TRUNCATE ON "audit_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "audit_events_are_never_deleted" BEFORE DELETE ON "audit_events" FOR EACH ROW EXECUTE FUNCTION refuse_unless_events_removed();
--> statement-breakpoint
CREATE FUNCTION refuse_removal_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	IF OLD.is_open AND NOT NEW.is_open AND to_jsonb(OLD) - 'is_open' = to_jsonb(NEW) - 'is_open' THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION '% are append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER "removals_are_only_closed" BEFORE UPDATE ON "removals" FOR EACH ROW EXECUTE FUNCTION refuse_removal_change();
--> statement-breakpoint
CREATE TRIGGER "removals_are_never_deleted" BEFORE DELETE OR TRUNCATE ON "removals" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
