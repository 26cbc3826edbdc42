CREATE TABLE `launches` (
	`org` text NOT NULL,
	`campaign` text NOT NULL,
	`actor` text NOT NULL,
	`invitations` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`org`, `campaign`),
	FOREIGN KEY (`org`,`campaign`) REFERENCES `campaigns`(`org`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `supplier_counts` (
	`org` text NOT NULL,
	`band` integer NOT NULL,
	`suppliers` integer NOT NULL,
	PRIMARY KEY(`org`, `band`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `supplier_counts` (`org`, `band`, `suppliers`) SELECT `org`, coalesce(`band`, -1), count(*) FROM `suppliers` GROUP BY 1, 2;--> statement-breakpoint
-- Counted by the database itself, so that no write, not even a repair by hand, can leave the counts behind.
-- A rebuilt table loses its triggers: re-create them in the migration that rebuilds.
CREATE TRIGGER `suppliers_are_counted` AFTER INSERT ON `suppliers` BEGIN INSERT INTO `supplier_counts` VALUES (NEW.`org`, coalesce(NEW.`band`, -1), 1) ON CONFLICT DO UPDATE SET `suppliers` = `suppliers` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `suppliers_are_counted_anew` AFTER UPDATE OF `org`, `band` ON `suppliers` WHEN OLD.`band` IS NOT NEW.`band` OR OLD.`org` <> NEW.`org` BEGIN UPDATE `supplier_counts` SET `suppliers` = `suppliers` - 1 WHERE `org` = OLD.`org` AND `band` = coalesce(OLD.`band`, -1); INSERT INTO `supplier_counts` VALUES (NEW.`org`, coalesce(NEW.`band`, -1), 1) ON CONFLICT DO UPDATE SET `suppliers` = `suppliers` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `suppliers_are_not_counted` AFTER DELETE ON `suppliers` BEGIN UPDATE `supplier_counts` SET `suppliers` = `suppliers` - 1 WHERE `org` = OLD.`org` AND `band` = coalesce(OLD.`band`, -1); END;
