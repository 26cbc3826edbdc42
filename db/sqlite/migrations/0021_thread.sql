CREATE TABLE `help_messages` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`attestation` text NOT NULL,
	`question` text NOT NULL,
	`position` integer NOT NULL,
	`side` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`colleague` text,
	`user_id` text,
	`at` integer NOT NULL,
	`answered_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `help_messages_thread` ON `help_messages` (`org`,`attestation`,`position`);--> statement-breakpoint
CREATE INDEX `help_messages_open` ON `help_messages` (`org`,`answered_at`,`at`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`colleague` text NOT NULL,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`statement_hash` text NOT NULL,
	`language` text NOT NULL,
	`signer` text NOT NULL,
	`confirmation` text NOT NULL,
	`signed_by` text,
	`asked_at` integer NOT NULL,
	`outcome` text,
	`ended_at` integer,
	`reason` text,
	PRIMARY KEY(`org`, `colleague`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_newest` ON `approvals` (`org`,`attestation`,`position`);--> statement-breakpoint
ALTER TABLE `colleagues` ADD `approves` integer;--> statement-breakpoint
ALTER TABLE `mails` ADD `help` text;