-- By hand, because drizzle cannot say it: the answers of an attestation lie beside each other by their key (WITHOUT ROWID),
-- so that reading them is one walk instead of one look-up each.
CREATE TABLE `__new_answers` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`question` text NOT NULL,
	`revision` integer NOT NULL,
	`attestation_revision` integer NOT NULL,
	`answer` text NOT NULL,
	`saved_at` integer NOT NULL,
	`stand_in` text,
	`colleague` text,
	`carried` text,
	PRIMARY KEY(`org`, `attestation`, `question`, `revision`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_answers`(`org`, `attestation`, `question`, `revision`, `attestation_revision`, `answer`, `saved_at`, `stand_in`, `colleague`, `carried`) SELECT `org`, `attestation`, `question`, `revision`, `attestation_revision`, `answer`, `saved_at`, `stand_in`, `colleague`, `carried` FROM `answers` ORDER BY `org`, `attestation`, `question`, `revision`;
--> statement-breakpoint
DROP TABLE `answers`;
--> statement-breakpoint
ALTER TABLE `__new_answers` RENAME TO `answers`;
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_order` ON `answers` (`org`,`attestation`,`attestation_revision`);
--> statement-breakpoint
CREATE TRIGGER `answers_are_never_changed` BEFORE UPDATE ON `answers` BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `answers_are_never_deleted` BEFORE DELETE ON `answers` WHEN NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `subject_type` = 'attestation' AND `subject_id` = OLD.`attestation` AND `is_open` = 1) BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;
