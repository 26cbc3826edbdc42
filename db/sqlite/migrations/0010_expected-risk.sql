DROP INDEX `suppliers_by_rating`;--> statement-breakpoint
DROP INDEX `suppliers_by_confidence`;--> statement-breakpoint
DROP INDEX `suppliers_by_country`;--> statement-breakpoint
DROP INDEX `suppliers_by_dprk`;--> statement-breakpoint
DROP INDEX `suppliers_by_signed`;--> statement-breakpoint
DROP INDEX `suppliers_by_change`;--> statement-breakpoint
DROP INDEX `suppliers_by_number`;--> statement-breakpoint
DROP INDEX `suppliers_by_name`;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `site_countries` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `expected` real;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `expected_band` integer;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `expected_risk` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `expected_basis` text;--> statement-breakpoint
-- Of rated suppliers the countries of their sites are looked for too; what is expected of the others is worked out by the program.
UPDATE `suppliers` SET `site_countries` = (SELECT '|' || group_concat(`country`, '|') || '|' FROM (SELECT DISTINCT json_extract(site.`value`, '$.country') AS `country` FROM json_each(`suppliers`.`tiers`) site) WHERE `country` NOT IN ('', `suppliers`.`country`)) WHERE `tiers` IS NOT NULL;--> statement-breakpoint
UPDATE `suppliers` SET `tier_set` = NULL WHERE `tier_set` = '||';--> statement-breakpoint
CREATE INDEX `suppliers_by_expected` ON `suppliers` (`org`,`expected`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`);--> statement-breakpoint
CREATE INDEX `suppliers_by_rating` ON `suppliers` (`org`,`band`,`score`,`expected`,`number`,`id`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`);--> statement-breakpoint
CREATE INDEX `suppliers_by_confidence` ON `suppliers` (`org`,`confidence`,`number`,`id`,`band`,`dprk`,`country`,`tier_set`,`site_countries`,`expected_band`);--> statement-breakpoint
CREATE INDEX `suppliers_by_country` ON `suppliers` (`org`,`country`,`number`,`id`,`band`,`dprk`,`confidence`,`tier_set`,`site_countries`,`expected_band`);--> statement-breakpoint
CREATE INDEX `suppliers_by_dprk` ON `suppliers` (`org`,`dprk`,`number`,`id`,`band`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`);--> statement-breakpoint
CREATE INDEX `suppliers_by_signed` ON `suppliers` (`org`,`signed_at`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`);--> statement-breakpoint
CREATE INDEX `suppliers_by_change` ON `suppliers` (`org`,`change`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`);--> statement-breakpoint
CREATE INDEX `suppliers_by_number` ON `suppliers` (`org`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`);--> statement-breakpoint
CREATE INDEX `suppliers_by_name` ON `suppliers` (`org`,`search`,`number`,`id`,`band`,`score`,`expected`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`signed_at`,`change`);