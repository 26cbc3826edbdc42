DROP INDEX `suppliers_site_countries`;--> statement-breakpoint
DROP INDEX `suppliers_peers`;--> statement-breakpoint
DROP INDEX `suppliers_by_rules`;--> statement-breakpoint
DROP INDEX `suppliers_by_rating`;--> statement-breakpoint
DROP INDEX `suppliers_by_band`;--> statement-breakpoint
DROP INDEX `suppliers_by_expected`;--> statement-breakpoint
DROP INDEX `suppliers_by_name`;--> statement-breakpoint
DROP INDEX `suppliers_by_confidence`;--> statement-breakpoint
DROP INDEX `suppliers_by_country`;--> statement-breakpoint
DROP INDEX `suppliers_by_dprk`;--> statement-breakpoint
DROP INDEX `suppliers_by_signed`;--> statement-breakpoint
DROP INDEX `suppliers_by_change`;--> statement-breakpoint
DROP INDEX `suppliers_by_number`;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `contact_search` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `is_archived` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `archived_by` text;--> statement-breakpoint
-- By hand from here to the indexes, because drizzle cannot say it. Folded as the program folds what it is asked for: `migrate` brings the function.
UPDATE `suppliers` SET `contact_search` = (SELECT group_concat(`line`, char(10)) FROM (SELECT fold_name(coalesce(`name`, '')) || char(10) || fold_name(`email`) AS `line` FROM `contacts` WHERE `contacts`.`org` = `suppliers`.`org` AND `contacts`.`supplier` = `suppliers`.`id` AND `erased_at` IS NULL ORDER BY `position`));--> statement-breakpoint
DROP TRIGGER `suppliers_are_counted`;--> statement-breakpoint
DROP TRIGGER `suppliers_are_counted_anew`;--> statement-breakpoint
DROP TRIGGER `suppliers_are_not_counted`;--> statement-breakpoint
CREATE TRIGGER `suppliers_are_counted` AFTER INSERT ON `suppliers` BEGIN INSERT INTO `supplier_counts` VALUES (NEW.`org`, CASE WHEN NEW.`is_archived` THEN -2 ELSE coalesce(NEW.`band`, -1) END, 1) ON CONFLICT DO UPDATE SET `suppliers` = `suppliers` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `suppliers_are_counted_anew` AFTER UPDATE OF `org`, `band`, `is_archived` ON `suppliers` WHEN OLD.`band` IS NOT NEW.`band` OR OLD.`org` <> NEW.`org` OR OLD.`is_archived` <> NEW.`is_archived` BEGIN UPDATE `supplier_counts` SET `suppliers` = `suppliers` - 1 WHERE `org` = OLD.`org` AND `band` = CASE WHEN OLD.`is_archived` THEN -2 ELSE coalesce(OLD.`band`, -1) END; INSERT INTO `supplier_counts` VALUES (NEW.`org`, CASE WHEN NEW.`is_archived` THEN -2 ELSE coalesce(NEW.`band`, -1) END, 1) ON CONFLICT DO UPDATE SET `suppliers` = `suppliers` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `suppliers_are_not_counted` AFTER DELETE ON `suppliers` BEGIN UPDATE `supplier_counts` SET `suppliers` = `suppliers` - 1 WHERE `org` = OLD.`org` AND `band` = CASE WHEN OLD.`is_archived` THEN -2 ELSE coalesce(OLD.`band`, -1) END; END;
--> statement-breakpoint
CREATE INDEX `suppliers_site_countries` ON `suppliers` (`org`,`is_archived`,`site_countries`,`country`,`band`) WHERE site_countries is not null;--> statement-breakpoint
CREATE INDEX `suppliers_peers` ON `suppliers` (`org`,`is_archived`,`rule_set`,`edition`,`country`,`sector`,`score`,`band`) WHERE score is not null;--> statement-breakpoint
CREATE INDEX `suppliers_by_rules` ON `suppliers` (`org`,`is_archived`,`rule_set`,`edition`);--> statement-breakpoint
CREATE INDEX `suppliers_by_rating` ON `suppliers` (`org`,`is_archived`,`band`,`score`,`expected`,`number`,`id`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_band` ON `suppliers` (`org`,`is_archived`,`band`,`expected`,`number`,`id`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_expected` ON `suppliers` (`org`,`is_archived`,`expected`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_name` ON `suppliers` (`org`,`is_archived`,`search`,`number`,`id`,`band`,`score`,`expected`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`,`signed_at`,`change`,`contact_search`);--> statement-breakpoint
CREATE INDEX `suppliers_by_confidence` ON `suppliers` (`org`,`is_archived`,`confidence`,`number`,`id`,`band`,`dprk`,`country`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_country` ON `suppliers` (`org`,`is_archived`,`country`,`number`,`id`,`band`,`dprk`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_dprk` ON `suppliers` (`org`,`is_archived`,`dprk`,`number`,`id`,`band`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_signed` ON `suppliers` (`org`,`is_archived`,`signed_at`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_change` ON `suppliers` (`org`,`is_archived`,`change`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_number` ON `suppliers` (`org`,`is_archived`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
DROP INDEX `reviews_due`;--> statement-breakpoint
DROP INDEX `reviews_risk`;--> statement-breakpoint
DROP INDEX `reviews_assigned`;--> statement-breakpoint
DROP INDEX `reviews_waiting`;--> statement-breakpoint
CREATE INDEX `reviews_due` ON `reviews` (`org`,`state`,`due_at`,`attestation`,`floors`,`findings`,`files`,`supplier`);--> statement-breakpoint
CREATE INDEX `reviews_risk` ON `reviews` (`org`,`state`,`rank`,`due_at`,`attestation`,`floors`,`findings`,`files`,`supplier`);--> statement-breakpoint
CREATE INDEX `reviews_assigned` ON `reviews` (`org`,`assigned_to`,`state`,`due_at`,`attestation`,`supplier`);--> statement-breakpoint
CREATE INDEX `reviews_waiting` ON `reviews` (`org`,`state`,`waiting`,`due_at`,`attestation`,`supplier`);