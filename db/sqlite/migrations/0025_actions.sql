CREATE TABLE `actions` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`supplier` text NOT NULL,
	`attestation` text NOT NULL,
	`source` text NOT NULL,
	`question` text,
	`rule` text,
	`north_korea` integer NOT NULL,
	`gap` text NOT NULL,
	`cause` text NOT NULL,
	`step` text NOT NULL,
	`owner` text,
	`due` text NOT NULL,
	`state` text NOT NULL,
	`responsible` text NOT NULL,
	`own_step` text NOT NULL,
	`own_due` text,
	`progress` text NOT NULL,
	`reviewed` text,
	`relief_until` text,
	`remind_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`supplier`) REFERENCES `suppliers`(`org`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `actions_listed` ON `actions` (`org`,`due`,`id`);--> statement-breakpoint
CREATE INDEX `actions_of_supplier` ON `actions` (`org`,`supplier`,`due`);--> statement-breakpoint
CREATE INDEX `actions_of_attestation` ON `actions` (`org`,`attestation`);--> statement-breakpoint
CREATE INDEX `actions_relief` ON `actions` (`org`,`relief_until`);--> statement-breakpoint
CREATE INDEX `actions_reminders` ON `actions` (`org`,`remind_on`);--> statement-breakpoint
CREATE TABLE `action_entries` (
	`org` text NOT NULL,
	`action` text NOT NULL,
	`attestation` text NOT NULL,
	`position` integer NOT NULL,
	`at` integer NOT NULL,
	`step` text NOT NULL,
	`side` text NOT NULL,
	`user_id` text,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`changes` text,
	`rating` text,
	PRIMARY KEY(`org`, `action`, `position`),
	FOREIGN KEY (`org`,`action`) REFERENCES `actions`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_entries_of_attestation` ON `action_entries` (`org`,`attestation`);--> statement-breakpoint
ALTER TABLE `ratings` ADD `cause` text;--> statement-breakpoint
ALTER TABLE `ratings` ADD `given` text;--> statement-breakpoint
-- By hand: the history of an action is append-only. Only what was typed changes, where an erasure takes it out.
CREATE TRIGGER `action_entries_are_never_changed` BEFORE UPDATE OF `org`, `action`, `attestation`, `position`, `at`, `step`, `side`, `user_id`, `language`, `rating` ON `action_entries` BEGIN SELECT RAISE(ABORT, 'action_entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `action_entries_are_never_deleted` BEFORE DELETE ON `action_entries` WHEN NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `subject_type` = 'attestation' AND `subject_id` = OLD.`attestation` AND `is_open` = 1) BEGIN SELECT RAISE(ABORT, 'action_entries are append-only'); END;
