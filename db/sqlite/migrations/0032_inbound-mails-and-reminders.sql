CREATE TABLE `inbound_mails` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`message_key` text NOT NULL,
	`way` text NOT NULL,
	`received_at` integer NOT NULL,
	`what` text NOT NULL,
	`status` text,
	`said` text NOT NULL,
	`sender` text NOT NULL,
	`subject` text NOT NULL,
	`mail` text,
	`invitation` text,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`invitation`) REFERENCES `invitations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inbound_mails_once` ON `inbound_mails` (`org`,`message_key`);--> statement-breakpoint
CREATE INDEX `inbound_mails_newest` ON `inbound_mails` (`org`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `inbound_mails_mail` ON `inbound_mails` (`org`,`mail`);--> statement-breakpoint
CREATE TABLE `contact_states` (
	`org` text NOT NULL,
	`inbound` text NOT NULL,
	`contact` text NOT NULL,
	`address` text NOT NULL,
	`state` text NOT NULL,
	`status` text,
	`said` text NOT NULL,
	`since` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`org`, `inbound`),
	FOREIGN KEY (`org`,`inbound`) REFERENCES `inbound_mails`(`org`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`contact`) REFERENCES `contacts`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_states_contact` ON `contact_states` (`org`,`contact`,`address`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `schedule` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `remind_at` integer;--> statement-breakpoint
ALTER TABLE `invitations` ADD `round` integer;--> statement-breakpoint
CREATE INDEX `invitations_remind` ON `invitations` (`org`,`campaign`,`remind_at`) WHERE remind_at is not null;--> statement-breakpoint
CREATE INDEX `invitations_reminded` ON `invitations` (`org`,`campaign`,`round`) WHERE round is not null;--> statement-breakpoint
ALTER TABLE `mails` ADD `round` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `mails_round` ON `mails` (`org`,`invitation`,`kind`,`round`) WHERE round is not null;