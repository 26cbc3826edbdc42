CREATE TABLE `stands` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`finding` text NOT NULL,
	`answers` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`stand_in` text,
	`colleague` text,
	PRIMARY KEY(`org`, `attestation`, `finding`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `text_marks` (
	`org` text NOT NULL,
	`mark` text NOT NULL,
	`attestation` text NOT NULL,
	`question` text NOT NULL,
	PRIMARY KEY(`org`, `attestation`, `question`, `mark`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `text_marks_same` ON `text_marks` (`org`,`mark`);--> statement-breakpoint
ALTER TABLE `answers` ADD `carried` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `first_received_at` integer;