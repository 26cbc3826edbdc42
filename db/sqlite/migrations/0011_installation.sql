CREATE TABLE `installation` (
	`name` text NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `installation_by_name` ON `installation` (`name`);--> statement-breakpoint
ALTER TABLE `evidence` ADD `scanned_at` integer;