ALTER TABLE `ratings` ADD `rule_set` text;--> statement-breakpoint
ALTER TABLE `ratings` ADD `edition` text;--> statement-breakpoint
CREATE INDEX `ratings_made` ON `ratings` (`org`,`created_at`,`id`,`rule_set`,`edition`);--> statement-breakpoint
ALTER TABLE `decisions` ADD `carried` text;--> statement-breakpoint
-- By hand: by what each rating was made is copied out of it, once. What is on record stays as it was written.
DROP TRIGGER `ratings_are_never_changed`;
--> statement-breakpoint
UPDATE `ratings` SET `rule_set` = json_extract(`rating`, '$.ruleSet.id'), `edition` = json_extract(`rating`, '$.edition.id');
--> statement-breakpoint
CREATE TRIGGER `ratings_are_never_changed` BEFORE UPDATE ON `ratings` BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
