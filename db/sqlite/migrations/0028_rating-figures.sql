-- By hand: beside each other by their key (WITHOUT ROWID), so that pictures walk along them.
CREATE TABLE `rating_figures` (
	`org` text NOT NULL,
	`supplier` text NOT NULL,
	`position` integer NOT NULL,
	`rating` text NOT NULL,
	`attestation` text NOT NULL,
	`created_at` integer NOT NULL,
	`rule_set` text NOT NULL,
	`edition` text NOT NULL,
	`questionnaire` text NOT NULL,
	`band` text NOT NULL,
	`score` real NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`org`, `supplier`, `position`),
	FOREIGN KEY (`org`,`supplier`,`position`) REFERENCES `ratings`(`org`,`supplier`,`position`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `rating_figures_newest` ON `rating_figures` (`org`,`created_at`);
--> statement-breakpoint
-- By hand: what the ratings say that are there already. Points as they are written, to the last digit.
INSERT INTO `rating_figures` (`org`, `supplier`, `position`, `rating`, `attestation`, `created_at`, `rule_set`, `edition`, `questionnaire`, `band`, `score`, `lines`)
SELECT r.`org`, r.`supplier`, r.`position`, r.`id`, r.`attestation`, r.`created_at`,
	json_extract(r.`rating`, '$.ruleSet.id'), json_extract(r.`rating`, '$.edition.id'), json_extract(r.`rating`, '$.questionnaire.id'),
	json_extract(r.`rating`, '$.band'), json_extract(r.`rating`, '$.score'),
	(SELECT json_group_array(json(`line`)) FROM (
		SELECT json_array(json_extract(step.`value`, '$.kind'), json_extract(step.`value`, '$.code'), json(step.`value` -> '$.points')) AS `line`
		FROM json_each(r.`rating`, '$.steps') step WHERE json_extract(step.`value`, '$.kind') IN ('inherent', 'adverse')
		UNION ALL
		SELECT json_array('floor', json_extract(reason.`value`, '$.question'), 0) FROM json_each(r.`rating`, '$.floor.reasons') reason))
FROM `ratings` r ORDER BY r.`org`, r.`supplier`, r.`position`;
