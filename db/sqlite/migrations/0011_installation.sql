CREATE TABLE `installation` (
	`name` text NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `installation_by_name` ON `installation` (`name`);