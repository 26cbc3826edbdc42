ALTER TABLE `suppliers` ADD `questionnaire` text;--> statement-breakpoint
UPDATE `suppliers` SET `questionnaire` = json_extract(r.`rating`, '$.questionnaire.id')
FROM `ratings` r WHERE r.`org` = `suppliers`.`org` AND r.`id` = `suppliers`.`rating`;
