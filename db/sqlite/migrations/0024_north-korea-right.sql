ALTER TABLE `users` ADD `reads_north_korea` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `users` SET `reads_north_korea` = 1 WHERE `role` IN ('admin', 'analyst') AND `disabled_at` IS NULL;
