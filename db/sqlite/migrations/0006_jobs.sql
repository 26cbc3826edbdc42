CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`org` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`lane` text,
	`held_lane` text,
	`state` text NOT NULL,
	`due_at` integer,
	`lease` integer NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`progress` text,
	`result` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_once` ON `jobs` (`org`,`kind`,`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_lanes` ON `jobs` (`org`,`held_lane`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`kind`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_ended` ON `jobs` (`ended_at`);--> statement-breakpoint
CREATE TABLE `request_counts` (
	`window_start` integer NOT NULL,
	`process` text NOT NULL,
	`key_hash` text NOT NULL,
	`requests` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `request_counts_once` ON `request_counts` (`window_start`,`process`,`key_hash`);--> statement-breakpoint
CREATE TABLE `sign_in_tries` (
	`key_hash` text NOT NULL,
	`tries` integer NOT NULL,
	`last_at` integer NOT NULL,
	`wait_until` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_tries_by_key` ON `sign_in_tries` (`key_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_tries_last` ON `sign_in_tries` (`last_at`);