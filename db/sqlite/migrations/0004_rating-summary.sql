ALTER TABLE `suppliers` ADD `held` integer;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `driver_rule` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `rule_set` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `edition` text;--> statement-breakpoint
UPDATE `suppliers` SET
	`held` = json_extract(r.`rating`, '$.band') <> json_extract(r.`rating`, '$.scoreBand'),
	`rule_set` = json_extract(r.`rating`, '$.ruleSet.id'),
	`edition` = json_extract(r.`rating`, '$.edition.id'),
	`driver_rule` = CASE WHEN `driver_floor` = 1
		THEN (SELECT json_extract(reason.`value`, '$.rule') FROM json_each(r.`rating`, '$.floor.reasons') reason WHERE json_extract(reason.`value`, '$.question') = `suppliers`.`driver_code` LIMIT 1)
		ELSE (SELECT json_extract(step.`value`, '$.rule') FROM json_each(r.`rating`, '$.steps') step WHERE json_extract(step.`value`, '$.code') = `suppliers`.`driver_code` AND json_extract(step.`value`, '$.points') = `suppliers`.`driver_points` LIMIT 1)
	END
FROM `ratings` r WHERE r.`org` = `suppliers`.`org` AND r.`id` = `suppliers`.`rating`;
