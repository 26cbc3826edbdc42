CREATE TABLE `colleagues` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`attestation` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`note` text NOT NULL,
	`sections` text NOT NULL,
	`may_sign` integer NOT NULL,
	`asked_by` text NOT NULL,
	`generation` integer NOT NULL,
	`token_hash` text NOT NULL,
	`link_generation` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`opened_at` integer,
	`withdrawn_at` integer,
	`erased_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `colleagues_by_token` ON `colleagues` (`token_hash`);--> statement-breakpoint
CREATE INDEX `colleagues_attestation` ON `colleagues` (`org`,`attestation`,`asked_at`);--> statement-breakpoint
ALTER TABLE `supplier_sessions` ADD `colleague` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `colleague` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `colleague` text;