CREATE TABLE "mail_holds" (
	"id" integer NOT NULL,
	"trouble" text COLLATE "C" NOT NULL,
	"said" text COLLATE "C" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"tries" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"trying_until" timestamp (3) with time zone,
	"refused" json NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "invitations_listed";--> statement-breakpoint
CREATE UNIQUE INDEX "mail_holds_one" ON "mail_holds" USING btree ("id");--> statement-breakpoint
CREATE INDEX "mails_invitation" ON "mails" USING btree ("org","invitation","queued_at","id");--> statement-breakpoint
CREATE INDEX "invitations_listed" ON "invitations" USING btree ("org","campaign","number","id","state","expires_at","created_at","delivered_at","last_mail","unsubscribed_at");