CREATE TABLE `evidence` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`attestation` text NOT NULL,
	`question` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`status` text NOT NULL,
	`position` integer NOT NULL,
	`received_at` integer NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_position` ON `evidence` (`org`,`attestation`,`position`);--> statement-breakpoint
CREATE INDEX `evidence_file` ON `evidence` (`sha256`);--> statement-breakpoint
-- What was attached stays on record as it was received; only its review and its one removal are written later.
CREATE TRIGGER `evidence_is_never_changed` BEFORE UPDATE OF `org`, `id`, `attestation`, `question`, `name`, `type`, `bytes`, `sha256`, `position`, `received_at` ON `evidence` BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `evidence_is_removed_once` BEFORE UPDATE ON `evidence` WHEN OLD.`removed_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'removed evidence is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `evidence_is_never_deleted` BEFORE DELETE ON `evidence` BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
