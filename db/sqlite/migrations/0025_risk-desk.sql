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
CREATE TABLE `returns` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`attestation` text NOT NULL,
	`correction` text NOT NULL,
	`user_id` text NOT NULL,
	`shows_name` integer NOT NULL,
	`due_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`questions` text NOT NULL,
	`closed` text NOT NULL,
	`called_back_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `returns_correction` ON `returns` (`org`,`correction`);--> statement-breakpoint
CREATE INDEX `returns_attestation` ON `returns` (`org`,`attestation`);--> statement-breakpoint
CREATE TABLE `returned_questions` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`question` text NOT NULL,
	`comment` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`return_id` text,
	`accepted_at` integer,
	`accepted_by` text,
	PRIMARY KEY(`org`, `attestation`, `question`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `returned_questions_sent` ON `returned_questions` (`org`,`return_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`supplier` text NOT NULL,
	`state` text NOT NULL,
	`rank` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`assigned_to` text,
	`floors` integer NOT NULL,
	`findings` integer NOT NULL,
	`files` integer NOT NULL,
	`waiting` integer NOT NULL,
	`second` text,
	`settled_at` integer,
	PRIMARY KEY(`org`, `attestation`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`supplier`) REFERENCES `suppliers`(`org`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`assigned_to`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reviews_due` ON `reviews` (`org`,`state`,`due_at`,`attestation`,`floors`,`findings`,`files`);--> statement-breakpoint
CREATE INDEX `reviews_risk` ON `reviews` (`org`,`state`,`rank`,`due_at`,`attestation`,`floors`,`findings`,`files`);--> statement-breakpoint
CREATE INDEX `reviews_assigned` ON `reviews` (`org`,`assigned_to`,`state`,`due_at`,`attestation`);--> statement-breakpoint
CREATE INDEX `reviews_waiting` ON `reviews` (`org`,`state`,`waiting`,`due_at`,`attestation`);--> statement-breakpoint
CREATE INDEX `reviews_supplier` ON `reviews` (`org`,`supplier`,`state`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`attestation` text NOT NULL,
	`position` integer NOT NULL,
	`step` text NOT NULL,
	`kind` text NOT NULL,
	`verdict` text NOT NULL,
	`question` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text NOT NULL,
	`proof` text,
	`second` text,
	`decision` text,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`user_id`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_position` ON `decisions` (`org`,`attestation`,`position`);--> statement-breakpoint
CREATE TABLE `review_rules` (
	`org` text PRIMARY KEY NOT NULL,
	`second` text NOT NULL,
	`days` integer NOT NULL,
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `trials` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`owner` text NOT NULL,
	`rules` text,
	`edition` text,
	`changes` text NOT NULL,
	`is_shared` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`owner`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `own_editions` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`definition` text NOT NULL,
	`fingerprint` text NOT NULL,
	`file` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `own_editions_position` ON `own_editions` (`org`,`position`);--> statement-breakpoint
DROP INDEX `invitations_once`;--> statement-breakpoint
DROP INDEX `invitations_listed`;--> statement-breakpoint
ALTER TABLE `invitations` ADD `correction` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_once` ON `invitations` (`org`,`campaign`,`supplier`,`correction`);--> statement-breakpoint
CREATE INDEX `invitations_listed` ON `invitations` (`org`,`campaign`,`number`,`id`,`state`,`expires_at`,`created_at`,`delivered_at`,`last_mail`,`unsubscribed_at`,`correction`);--> statement-breakpoint
ALTER TABLE `ratings` ADD `cause` text;--> statement-breakpoint
ALTER TABLE `ratings` ADD `given` text;--> statement-breakpoint
CREATE INDEX `suppliers_by_band` ON `suppliers` (`org`,`band`,`expected`,`number`,`id`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`);
--> statement-breakpoint
-- By hand: the history of an action is append-only. Only what was typed changes, where an erasure takes it out.
CREATE TRIGGER `action_entries_are_never_changed` BEFORE UPDATE OF `org`, `action`, `attestation`, `position`, `at`, `step`, `side`, `user_id`, `language`, `rating` ON `action_entries` BEGIN SELECT RAISE(ABORT, 'action_entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `action_entries_are_never_deleted` BEFORE DELETE ON `action_entries` WHEN NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `subject_type` = 'attestation' AND `subject_id` = OLD.`attestation` AND `is_open` = 1) BEGIN SELECT RAISE(ABORT, 'action_entries are append-only'); END;
--> statement-breakpoint
-- By hand: what was decided is never changed, and goes with what it is about alone.
CREATE TRIGGER `decisions_are_never_changed` BEFORE UPDATE ON `decisions` BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `decisions_are_never_deleted` BEFORE DELETE ON `decisions` WHEN NOT EXISTS (SELECT 1 FROM `removals` WHERE `org` = OLD.`org` AND `subject_type` = 'attestation' AND `subject_id` = OLD.`attestation` AND `is_open` = 1) BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
-- By hand: what was signed before there were reviews, and counts, waits for one too. Nobody is late with it on the first day.
INSERT INTO `reviews` (`org`, `attestation`, `supplier`, `state`, `rank`, `opened_at`, `due_at`, `floors`, `findings`, `files`, `waiting`)
SELECT a.`org`, a.`id`, s.`id`, 'open',
	CASE json_extract(r.`rating`, '$.band') WHEN 'critical' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END,
	a.`submitted_at`, (unixepoch() + 14 * 86400) * 1000,
	coalesce(json_array_length(r.`rating`, '$.floor.reasons'), 0), coalesce(json_array_length(r.`rating`, '$.contradictions'), 0),
	(SELECT count(*) FROM `evidence` e WHERE e.`org` = a.`org` AND e.`attestation` = a.`id` AND e.`removed_at` IS NULL), 0
FROM `suppliers` s JOIN `ratings` r ON r.`org` = s.`org` AND r.`id` = s.`rating`
JOIN `attestations` a ON a.`org` = r.`org` AND a.`id` = r.`attestation` WHERE a.`state` = 'submitted';
