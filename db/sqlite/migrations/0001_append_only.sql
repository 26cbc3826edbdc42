-- What is on record stays as it was written: nothing, not even a mistake in this program, may change or remove it.
-- A rebuilt table loses its triggers: re-create them in the migration that rebuilds.
CREATE TRIGGER `answers_are_never_changed` BEFORE UPDATE ON `answers` BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `answers_are_never_deleted` BEFORE DELETE ON `answers` BEGIN SELECT RAISE(ABORT, 'answers are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ratings_are_never_changed` BEFORE UPDATE ON `ratings` BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ratings_are_never_deleted` BEFORE DELETE ON `ratings` BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `declarations_are_never_changed` BEFORE UPDATE ON `declarations` BEGIN SELECT RAISE(ABORT, 'declarations are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `declarations_are_never_deleted` BEFORE DELETE ON `declarations` BEGIN SELECT RAISE(ABORT, 'declarations are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_events_are_never_changed` BEFORE UPDATE ON `audit_events` BEGIN SELECT RAISE(ABORT, 'audit_events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_events_are_never_deleted` BEFORE DELETE ON `audit_events` BEGIN SELECT RAISE(ABORT, 'audit_events are append-only'); END;
