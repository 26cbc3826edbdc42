CREATE TABLE `joinings` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`invited_by` text NOT NULL,
	`generation` integer NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`invited_by`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `joinings_by_token` ON `joinings` (`token_hash`);--> statement-breakpoint
CREATE TABLE `password_resets` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`user` text NOT NULL,
	`way` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`user`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `password_resets_by_token` ON `password_resets` (`token_hash`);--> statement-breakpoint
CREATE INDEX `password_resets_of_user` ON `password_resets` (`org`,`user`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`org` text NOT NULL,
	`user` text NOT NULL,
	`generation` integer NOT NULL,
	`set_at` integer,
	`last_step` integer NOT NULL,
	PRIMARY KEY(`org`, `user`),
	FOREIGN KEY (`org`,`user`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`org` text NOT NULL,
	`user` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`org`, `user`, `code_hash`),
	FOREIGN KEY (`org`,`user`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `access_rules` (
	`org` text PRIMARY KEY NOT NULL,
	`second_factor_roles` text NOT NULL,
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `attempt_counts` (
	`org` text NOT NULL,
	`kind` text NOT NULL,
	`window_start` integer NOT NULL,
	`attempts` integer NOT NULL,
	`listed` integer NOT NULL,
	PRIMARY KEY(`org`, `kind`, `window_start`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `team_sessions` ADD `last_seen_at` integer;--> statement-breakpoint
ALTER TABLE `team_sessions` ADD `address` text;--> statement-breakpoint
ALTER TABLE `team_sessions` ADD `agent` text;--> statement-breakpoint
CREATE INDEX `team_sessions_of_user` ON `team_sessions` (`org`,`user`);--> statement-breakpoint
ALTER TABLE `supplier_sessions` ADD `stand_in` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `stand_in` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `actor_id` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `address` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `agent` text;--> statement-breakpoint
CREATE INDEX `audit_events_actor` ON `audit_events` (`org`,`actor_id`,`seq`) WHERE actor_id is not null;--> statement-breakpoint
CREATE INDEX `audit_events_action` ON `audit_events` (`org`,`action`,`seq`) WHERE action <> 'answer.saved';--> statement-breakpoint
-- By hand: who did each event is copied out of its actor, once. What is on record stays as it was written.
DROP TRIGGER `audit_events_are_never_changed`;
--> statement-breakpoint
UPDATE `audit_events` SET `actor_id` = json_extract(`actor`, '$.id') WHERE json_extract(`actor`, '$.kind') IN ('person', 'api-key');
--> statement-breakpoint
CREATE TRIGGER `audit_events_are_never_changed` BEFORE UPDATE ON `audit_events` BEGIN SELECT RAISE(ABORT, 'audit_events are append-only'); END;
