CREATE TABLE "signing_codes" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"mail" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"statement_hash" text COLLATE "C" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"tries" integer NOT NULL,
	CONSTRAINT "signing_codes_org_mail_pk" PRIMARY KEY("org","mail")
);
--> statement-breakpoint
ALTER TABLE "signing_codes" ADD CONSTRAINT "signing_codes_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signing_codes_newest" ON "signing_codes" USING btree ("org","attestation","asked_at");