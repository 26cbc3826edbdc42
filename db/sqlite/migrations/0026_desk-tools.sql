CREATE TABLE `api_keys` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`made_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`made_by`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_by_hash` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE TABLE `api_answers` (
	`org` text NOT NULL,
	`api_key` text NOT NULL,
	`name_hash` text NOT NULL,
	`request_hash` text NOT NULL,
	`begun_at` integer NOT NULL,
	`status` integer,
	`body` text,
	PRIMARY KEY(`org`, `api_key`, `name_hash`),
	FOREIGN KEY (`org`,`api_key`) REFERENCES `api_keys`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `api_answers_begun` ON `api_answers` (`begun_at`);--> statement-breakpoint
CREATE TABLE `tags` (
	`org` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	PRIMARY KEY(`org`, `number`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_name` ON `tags` (`org`,`name_key`);--> statement-breakpoint
CREATE TABLE `own_rule_sets` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`parent` text NOT NULL,
	`changes` text NOT NULL,
	`definition` text NOT NULL,
	`fingerprint` text NOT NULL,
	`words` text NOT NULL,
	`words_fingerprint` text NOT NULL,
	`made_for` text NOT NULL,
	`examples` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`drafted_by` text NOT NULL,
	`published_at` integer,
	`published_by` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`drafted_by`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `own_rule_sets_position` ON `own_rule_sets` (`org`,`position`);--> statement-breakpoint
CREATE TABLE `rules_in_force` (
	`org` text NOT NULL,
	`position` integer NOT NULL,
	`questionnaire` text NOT NULL,
	`rule_set` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`org`, `position`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`by`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `reratings` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`rule_set` text NOT NULL,
	`takes_back` text,
	`country` text,
	`campaign` text,
	`reason` text NOT NULL,
	`ordered_at` integer NOT NULL,
	`ordered_by` text NOT NULL,
	`all` integer NOT NULL,
	`counts` text NOT NULL,
	`ended_at` integer,
	`left` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`ordered_by`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`is_shared` integer NOT NULL,
	`is_first` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`owner`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `saved_views_of_owner` ON `saved_views` (`org`,`owner`);--> statement-breakpoint
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
ALTER TABLE `suppliers` ADD `owner` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `tag_set` text;--> statement-breakpoint
ALTER TABLE `suppliers` ADD `sector` text;--> statement-breakpoint
CREATE INDEX `suppliers_peers` ON `suppliers` (`org`,`rule_set`,`edition`,`country`,`sector`,`score`,`band`) WHERE score is not null;--> statement-breakpoint
CREATE INDEX `suppliers_by_rules` ON `suppliers` (`org`,`rule_set`,`edition`);--> statement-breakpoint
CREATE INDEX `suppliers_by_rating` ON `suppliers` (`org`,`band`,`score`,`expected`,`number`,`id`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_band` ON `suppliers` (`org`,`band`,`expected`,`number`,`id`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_expected` ON `suppliers` (`org`,`expected`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_name` ON `suppliers` (`org`,`search`,`number`,`id`,`band`,`score`,`expected`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`,`signed_at`,`change`);--> statement-breakpoint
CREATE INDEX `suppliers_by_confidence` ON `suppliers` (`org`,`confidence`,`number`,`id`,`band`,`dprk`,`country`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_country` ON `suppliers` (`org`,`country`,`number`,`id`,`band`,`dprk`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_dprk` ON `suppliers` (`org`,`dprk`,`number`,`id`,`band`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_signed` ON `suppliers` (`org`,`signed_at`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_change` ON `suppliers` (`org`,`change`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_number` ON `suppliers` (`org`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`,`site_countries`,`expected_band`,`owner`,`tag_set`);--> statement-breakpoint
ALTER TABLE `ratings` ADD `sector` text;--> statement-breakpoint
ALTER TABLE `ratings` ADD `rerating` text;--> statement-breakpoint
ALTER TABLE `ratings` ADD `moved` integer;--> statement-breakpoint
CREATE INDEX `ratings_rerating` ON `ratings` (`org`,`rerating`,`supplier`,`moved`);