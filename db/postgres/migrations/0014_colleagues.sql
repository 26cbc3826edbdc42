CREATE TABLE "colleagues" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"sections" json NOT NULL,
	"may_sign" boolean NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"generation" integer NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"link_generation" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "colleagues_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
ALTER TABLE "supplier_sessions" ADD COLUMN "colleague" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "colleague" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "colleague" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "colleagues" ADD CONSTRAINT "colleagues_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "colleagues_by_token" ON "colleagues" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "colleagues_attestation" ON "colleagues" USING btree ("org","attestation","asked_at");