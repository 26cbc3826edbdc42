ALTER TABLE `evidence` ADD `about` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `file` text;