CREATE TABLE "help_messages" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"colleague" text COLLATE "C",
	"user_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "help_messages_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"colleague" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"revision" integer NOT NULL,
	"statement_hash" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"signer" json NOT NULL,
	"confirmation" json NOT NULL,
	"signed_by" text COLLATE "C",
	"asked_at" timestamp (3) with time zone NOT NULL,
	"outcome" text COLLATE "C",
	"ended_at" timestamp (3) with time zone,
	"reason" text COLLATE "C",
	CONSTRAINT "approvals_org_colleague_pk" PRIMARY KEY("org","colleague")
);
--> statement-breakpoint
ALTER TABLE "colleagues" ADD COLUMN "approves" boolean;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "help" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "help_messages" ADD CONSTRAINT "help_messages_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "help_messages_thread" ON "help_messages" USING btree ("org","attestation","position");--> statement-breakpoint
CREATE INDEX "help_messages_open" ON "help_messages" USING btree ("org","answered_at","at");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_newest" ON "approvals" USING btree ("org","attestation","position");