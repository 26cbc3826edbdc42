CREATE TABLE `signing_codes` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`mail` text NOT NULL,
	`revision` integer NOT NULL,
	`statement_hash` text NOT NULL,
	`asked_at` integer NOT NULL,
	`tries` integer NOT NULL,
	PRIMARY KEY(`org`, `mail`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `signing_codes_newest` ON `signing_codes` (`org`,`attestation`,`asked_at`);