CREATE TABLE "stands" (
	"org" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"finding" text COLLATE "C" NOT NULL,
	"answers" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"stand_in" json,
	"colleague" text COLLATE "C",
	CONSTRAINT "stands_org_attestation_finding_pk" PRIMARY KEY("org","attestation","finding")
);
--> statement-breakpoint
CREATE TABLE "text_marks" (
	"org" text COLLATE "C" NOT NULL,
	"mark" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"question" text COLLATE "C" NOT NULL,
	CONSTRAINT "text_marks_org_attestation_question_mark_pk" PRIMARY KEY("org","attestation","question","mark")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "carried" json;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "first_received_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stands" ADD CONSTRAINT "stands_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_marks" ADD CONSTRAINT "text_marks_org_attestation_attestations_org_id_fk" FOREIGN KEY ("org","attestation") REFERENCES "attestations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "text_marks_same" ON "text_marks" USING btree ("org","mark");