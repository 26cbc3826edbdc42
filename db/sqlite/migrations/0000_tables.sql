CREATE TABLE `answers` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`question` text NOT NULL,
	`revision` integer NOT NULL,
	`attestation_revision` integer NOT NULL,
	`answer` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`org`, `attestation`, `question`, `revision`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_order` ON `answers` (`org`,`attestation`,`attestation_revision`);--> statement-breakpoint
CREATE TABLE `attestations` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`invitation` text NOT NULL,
	`reference` text NOT NULL,
	`number` integer NOT NULL,
	`questionnaire` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`started_at` integer,
	`saved_at` integer,
	`submitted_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`invitation`) REFERENCES `invitations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attestations_invitation` ON `attestations` (`org`,`invitation`);--> statement-breakpoint
CREATE UNIQUE INDEX `attestations_reference` ON `attestations` (`reference`);--> statement-breakpoint
CREATE INDEX `attestations_number` ON `attestations` (`number`);--> statement-breakpoint
CREATE TABLE `audit_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`org` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`action` text NOT NULL,
	`details` text NOT NULL,
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_events_org` ON `audit_events` (`org`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_subject` ON `audit_events` (`org`,`subject_id`,`seq`);--> statement-breakpoint
CREATE TABLE `campaign_suppliers` (
	`org` text NOT NULL,
	`campaign` text NOT NULL,
	`supplier` text NOT NULL,
	PRIMARY KEY(`org`, `campaign`, `supplier`),
	FOREIGN KEY (`org`,`campaign`) REFERENCES `campaigns`(`org`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`supplier`) REFERENCES `suppliers`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`questionnaire` text NOT NULL,
	`version` integer NOT NULL,
	`regimes` text NOT NULL,
	`modules` text NOT NULL,
	`rule_set` text NOT NULL,
	`edition` text NOT NULL,
	`due_at` integer NOT NULL,
	`zone` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`launched_at` integer,
	`closed_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `campaigns_created` ON `campaigns` (`org`,`created_at`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`supplier` text NOT NULL,
	`position` integer NOT NULL,
	`name` text,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`language` text NOT NULL,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`supplier`) REFERENCES `suppliers`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_position` ON `contacts` (`org`,`supplier`,`position`);--> statement-breakpoint
CREATE INDEX `contacts_email` ON `contacts` (`org`,`email_key`);--> statement-breakpoint
CREATE TABLE `declarations` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`name` text NOT NULL,
	`job` text NOT NULL,
	`sharing` text NOT NULL,
	`language` text NOT NULL,
	`statement_hash` text NOT NULL,
	`signed_at` integer NOT NULL,
	`hash` text NOT NULL,
	`document` text NOT NULL,
	PRIMARY KEY(`org`, `attestation`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`question` text NOT NULL,
	`fields` text NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`org`, `attestation`, `question`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `invitations` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`campaign` text NOT NULL,
	`supplier` text NOT NULL,
	`contact` text NOT NULL,
	`generation` integer NOT NULL,
	`state` text NOT NULL,
	`expires_at` integer NOT NULL,
	`unsubscribed_at` integer,
	`created_at` integer NOT NULL,
	`last_mail` text,
	`delivered_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`campaign`) REFERENCES `campaigns`(`org`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`supplier`) REFERENCES `suppliers`(`org`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`contact`) REFERENCES `contacts`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_once` ON `invitations` (`org`,`campaign`,`supplier`);--> statement-breakpoint
CREATE INDEX `invitations_supplier` ON `invitations` (`org`,`supplier`);--> statement-breakpoint
CREATE TABLE `links` (
	`org` text NOT NULL,
	`invitation` text NOT NULL,
	`generation` integer NOT NULL,
	`token_hash` text NOT NULL,
	`state` text NOT NULL,
	`changed_at` integer,
	PRIMARY KEY(`org`, `invitation`, `generation`),
	FOREIGN KEY (`org`,`invitation`) REFERENCES `invitations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `links_by_token` ON `links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `mails` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`invitation` text NOT NULL,
	`recipient` text NOT NULL,
	`language` text NOT NULL,
	`message_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`queued_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`sent_at` integer,
	`last_error` text,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`invitation`) REFERENCES `invitations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_message_id` ON `mails` (`message_id`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `mails_queued` ON `mails` (`org`,`queued_at`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`org` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `ratings` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`supplier` text NOT NULL,
	`position` integer NOT NULL,
	`attestation` text NOT NULL,
	`created_at` integer NOT NULL,
	`rating` text NOT NULL,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`,`supplier`) REFERENCES `suppliers`(`org`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ratings_position` ON `ratings` (`org`,`supplier`,`position`);--> statement-breakpoint
CREATE TABLE `supplier_sessions` (
	`org` text NOT NULL,
	`attestation` text NOT NULL,
	`session_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`org`, `attestation`, `session_hash`),
	FOREIGN KEY (`org`,`attestation`) REFERENCES `attestations`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `supplier_sessions_by_hash` ON `supplier_sessions` (`session_hash`);--> statement-breakpoint
CREATE TABLE `suppliers` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`ref` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`place` text,
	`external_id` text,
	`created_at` integer NOT NULL,
	`name_key` text NOT NULL,
	`search` text NOT NULL,
	`band` integer,
	`score` real,
	`floor` integer,
	`confidence` real,
	`driver_code` text,
	`driver_points` real,
	`driver_floor` integer,
	`dprk` integer,
	`disclosed` integer,
	`tiers` text,
	`tier_set` text,
	`change` real,
	`previous_band` integer,
	`signed_at` integer,
	`attestation` text,
	`rating` text,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `suppliers_ref` ON `suppliers` (`org`,`ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `suppliers_external_id` ON `suppliers` (`org`,`external_id`);--> statement-breakpoint
CREATE INDEX `suppliers_name_key` ON `suppliers` (`org`,`name_key`,`country`);--> statement-breakpoint
CREATE INDEX `suppliers_by_rating` ON `suppliers` (`org`,`band`,`score`,`number`,`id`,`dprk`,`country`,`confidence`,`tier_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_confidence` ON `suppliers` (`org`,`confidence`,`number`,`id`,`band`,`dprk`,`country`,`tier_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_country` ON `suppliers` (`org`,`country`,`number`,`id`,`band`,`dprk`,`confidence`,`tier_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_dprk` ON `suppliers` (`org`,`dprk`,`number`,`id`,`band`,`country`,`confidence`,`tier_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_signed` ON `suppliers` (`org`,`signed_at`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_change` ON `suppliers` (`org`,`change`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_number` ON `suppliers` (`org`,`number`,`id`,`band`,`dprk`,`country`,`confidence`,`tier_set`);--> statement-breakpoint
CREATE INDEX `suppliers_by_name` ON `suppliers` (`org`,`search`,`number`,`id`,`band`,`score`,`dprk`,`country`,`confidence`,`tier_set`,`signed_at`,`change`);--> statement-breakpoint
CREATE TABLE `team_sessions` (
	`org` text NOT NULL,
	`session_hash` text NOT NULL,
	`user` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`org`, `session_hash`),
	FOREIGN KEY (`org`,`user`) REFERENCES `users`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `team_sessions_by_hash` ON `team_sessions` (`session_hash`);--> statement-breakpoint
CREATE TABLE `users` (
	`org` text NOT NULL,
	`id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	PRIMARY KEY(`org`, `id`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_email` ON `users` (`email`);