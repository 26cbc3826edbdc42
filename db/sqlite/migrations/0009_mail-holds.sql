CREATE TABLE `mail_holds` (
	`id` integer NOT NULL,
	`trouble` text NOT NULL,
	`said` text NOT NULL,
	`since` integer NOT NULL,
	`tries` integer NOT NULL,
	`due_at` integer NOT NULL,
	`trying_until` integer,
	`refused` text NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_holds_one` ON `mail_holds` (`id`);--> statement-breakpoint
DROP INDEX `invitations_listed`;--> statement-breakpoint
CREATE INDEX `invitations_listed` ON `invitations` (`org`,`campaign`,`number`,`id`,`state`,`expires_at`,`created_at`,`delivered_at`,`last_mail`,`unsubscribed_at`);--> statement-breakpoint
CREATE INDEX `mails_invitation` ON `mails` (`org`,`invitation`,`queued_at`,`id`);