CREATE TABLE `voids` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`reason` text NOT NULL,
	`actor` text NOT NULL,
	`voided_at` integer NOT NULL,
	PRIMARY KEY(`org`, `attestation`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `retention_rules` (
	`org` text PRIMARY KEY NOT NULL,
	`terms` text NOT NULL,
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `legal_holds` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`supplier` text,
	`reason` text NOT NULL,
	`placed_at` integer NOT NULL,
	`placed_by` text NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`supplier`) REFERENCES `suppliers`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `legal_holds_of_supplier` ON `legal_holds` (`org`,`supplier`);--> statement-breakpoint
CREATE TABLE `removals` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`through` integer,
	`ground` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`removed_rows` text NOT NULL,
	`hash` text NOT NULL,
	`declaration_hash` text,
	`is_open` integer NOT NULL,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `removals_of` ON `removals` (`org`,`subject_id`);--> statement-breakpoint
CREATE TABLE `document_rules` (
	`org` text PRIMARY KEY NOT NULL,
	`keeps_apart` integer NOT NULL,
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `users` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `contacts` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `invitations` ADD `declined_reason` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `declined_hint` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `held_for` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `released_at` integer;--> statement-breakpoint
ALTER TABLE `evidence` ADD `released_by` text;--> statement-breakpoint
CREATE INDEX `suppliers_site_countries` ON `suppliers` (`org`,`site_countries`,`country`,`band`) WHERE site_countries is not null;
--> statement-breakpoint
-- By hand: a row of an append-only table goes only while a removal of it is open, which is inside the write that adds the
-- removal. Changing a row stays impossible.
DROP TRIGGER `answers_are_never_deleted`;
--> statement-breakpoint
CREATE TRIGGER `answers_are_never_deleted` BEFORE DELETE ON `answers` WHEN NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `subject_type` = 'attestation' AND `subject_id` = OLD.`attestation` AND `is_open` = 1) BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;
--> statement-breakpoint
DROP TRIGGER `ratings_are_never_deleted`;
--> statement-breakpoint
CREATE TRIGGER `ratings_are_never_deleted` BEFORE DELETE ON `ratings` WHEN NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `subject_type` = 'attestation' AND `subject_id` = OLD.`attestation` AND `is_open` = 1) BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
--> statement-breakpoint
DROP TRIGGER `declarations_are_never_deleted`;
--> statement-breakpoint
CREATE TRIGGER `declarations_are_never_deleted` BEFORE DELETE ON `declarations` WHEN NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `subject_type` = 'attestation' AND `subject_id` = OLD.`attestation` AND `is_open` = 1) BEGIN SELECT RAISE(ABORT, 'declarations are append-only'); END;
--> statement-breakpoint
DROP TRIGGER `evidence_is_never_deleted`;
--> statement-breakpoint
CREATE TRIGGER `evidence_is_never_deleted` BEFORE DELETE ON `evidence` WHEN NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `subject_type` = 'attestation' AND `subject_id` = OLD.`attestation` AND `is_open` = 1) BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
--> statement-breakpoint
DROP TRIGGER `audit_events_are_never_deleted`;
--> statement-breakpoint
CREATE TRIGGER `audit_events_are_never_deleted` BEFORE DELETE ON `audit_events` WHEN OLD.`action` IN ('attestation.removed', 'events.removed') OR NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `is_open` = 1 AND ((`subject_type` = OLD.`subject_type` AND `subject_id` = OLD.`subject_id`) OR (`subject_type` = 'events' AND OLD.`seq` <= `through`))) BEGIN SELECT RAISE(ABORT, 'audit_events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `voids_are_never_changed` BEFORE UPDATE ON `voids` BEGIN SELECT RAISE(ABORT, 'voids are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `voids_are_never_deleted` BEFORE DELETE ON `voids` WHEN NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `subject_type` = 'attestation' AND `subject_id` = OLD.`attestation` AND `is_open` = 1) BEGIN SELECT RAISE(ABORT, 'voids are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `removals_are_only_closed` BEFORE UPDATE ON `removals` WHEN OLD.`is_open` = 0 OR NEW.`is_open` <> 0 OR OLD.`org` <> NEW.`org` OR OLD.`id` <> NEW.`id` OR OLD.`subject_type` <> NEW.`subject_type` OR OLD.`subject_id` <> NEW.`subject_id` OR OLD.`through` IS NOT NEW.`through` OR OLD.`ground` <> NEW.`ground` OR OLD.`actor` <> NEW.`actor` OR OLD.`at` <> NEW.`at` OR OLD.`removed_rows` <> NEW.`removed_rows` OR OLD.`hash` <> NEW.`hash` OR OLD.`declaration_hash` IS NOT NEW.`declaration_hash` BEGIN SELECT RAISE(ABORT, 'removals are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `removals_are_never_deleted` BEFORE DELETE ON `removals` BEGIN SELECT RAISE(ABORT, 'removals are append-only'); END;
