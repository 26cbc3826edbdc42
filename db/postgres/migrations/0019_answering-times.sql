CREATE TABLE "answering_times" (
	"org" text COLLATE "C" NOT NULL,
	"questionnaire" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"whole" json NOT NULL,
	"sections" json NOT NULL,
	CONSTRAINT "answering_times_org_questionnaire_version_pk" PRIMARY KEY("org","questionnaire","version")
);
--> statement-breakpoint
ALTER TABLE "answering_times" ADD CONSTRAINT "answering_times_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;