ALTER TABLE `trials` ADD `part` text;--> statement-breakpoint
ALTER TABLE `own_rule_sets` ADD `tried_on` text;--> statement-breakpoint
ALTER TABLE `reratings` ADD `edition` text;--> statement-breakpoint
ALTER TABLE `reratings` ADD `second` text;--> statement-breakpoint
ALTER TABLE `reratings` ADD `second_by` text;--> statement-breakpoint
ALTER TABLE `reratings` ADD `second_at` integer;