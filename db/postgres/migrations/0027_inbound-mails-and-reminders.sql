CREATE TABLE "inbound_mails" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"message_key" text COLLATE "C" NOT NULL,
	"way" text COLLATE "C" NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C",
	"said" text COLLATE "C" NOT NULL,
	"sender" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"mail" text COLLATE "C",
	"invitation" text COLLATE "C",
	CONSTRAINT "inbound_mails_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "contact_states" (
	"org" text COLLATE "C" NOT NULL,
	"inbound" text COLLATE "C" NOT NULL,
	"contact" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C",
	"said" text COLLATE "C" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "contact_states_org_inbound_pk" PRIMARY KEY("org","inbound")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "schedule" json;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "remind_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "round" integer;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "round" integer;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_org_invitation_invitations_org_id_fk" FOREIGN KEY ("org","invitation") REFERENCES "invitations"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_states" ADD CONSTRAINT "contact_states_org_inbound_inbound_mails_org_id_fk" FOREIGN KEY ("org","inbound") REFERENCES "inbound_mails"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_states" ADD CONSTRAINT "contact_states_org_contact_contacts_org_id_fk" FOREIGN KEY ("org","contact") REFERENCES "contacts"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mails_once" ON "inbound_mails" USING btree ("org","message_key");--> statement-breakpoint
CREATE INDEX "inbound_mails_newest" ON "inbound_mails" USING btree ("org","received_at","id");--> statement-breakpoint
CREATE INDEX "inbound_mails_mail" ON "inbound_mails" USING btree ("org","mail");--> statement-breakpoint
CREATE INDEX "contact_states_contact" ON "contact_states" USING btree ("org","contact","address");--> statement-breakpoint
CREATE INDEX "invitations_remind" ON "invitations" USING btree ("org","campaign","remind_at") WHERE remind_at is not null;--> statement-breakpoint
CREATE INDEX "invitations_reminded" ON "invitations" USING btree ("org","campaign","round") WHERE round is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "mails_round" ON "mails" USING btree ("org","invitation","kind","round") WHERE round is not null;