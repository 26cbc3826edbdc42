-- What is on record stays as it was written: nothing, not even a mistake in this program, may change or remove it.
-- A rebuilt table loses its triggers: re-create them in the migration that rebuilds.
-- Each function keeps the search path of this migration, so that it finds its tables whatever the connection is set to.
CREATE FUNCTION refuse_append_only() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	RAISE EXCEPTION '% are append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER "answers_are_never_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "answers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "ratings_are_never_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ratings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "declarations_are_never_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "declarations" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE TRIGGER "audit_events_are_never_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
-- What was attached stays on record as it was received; only its review and its one removal are written later.
CREATE FUNCTION refuse_evidence_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	RAISE EXCEPTION '%', TG_ARGV[0];
END $$;
--> statement-breakpoint
CREATE TRIGGER "evidence_is_never_changed" BEFORE UPDATE OF "org", "id", "attestation", "question", "name", "type", "bytes", "sha256", "position", "received_at" ON "evidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_evidence_change('evidence is append-only');
--> statement-breakpoint
CREATE TRIGGER "evidence_is_never_deleted" BEFORE DELETE OR TRUNCATE ON "evidence" FOR EACH STATEMENT EXECUTE FUNCTION refuse_evidence_change('evidence is append-only');
--> statement-breakpoint
CREATE TRIGGER "evidence_is_removed_once" BEFORE UPDATE ON "evidence" FOR EACH ROW WHEN (OLD."removed_at" IS NOT NULL) EXECUTE FUNCTION refuse_evidence_change('removed evidence is never changed');
--> statement-breakpoint
-- Counted by the database itself, so that no write, not even a repair by hand, can leave the counts behind. The rows are
-- taken in order of band: two writes that move suppliers in opposite directions would otherwise wait for each other.
CREATE FUNCTION count_suppliers() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	INSERT INTO supplier_counts AS counted (org, band, suppliers)
	SELECT change.org, change.band, sum(change.suppliers) FROM (
		SELECT NEW.org AS org, coalesce(NEW.band, -1) AS band, 1 AS suppliers WHERE TG_OP <> 'DELETE'
		UNION ALL
		SELECT OLD.org, coalesce(OLD.band, -1), -1 WHERE TG_OP <> 'INSERT'
	) change GROUP BY change.org, change.band ORDER BY change.org, change.band
	ON CONFLICT (org, band) DO UPDATE SET suppliers = counted.suppliers + excluded.suppliers;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "suppliers_are_counted" AFTER INSERT OR DELETE ON "suppliers" FOR EACH ROW EXECUTE FUNCTION count_suppliers();
--> statement-breakpoint
CREATE TRIGGER "suppliers_are_counted_anew" AFTER UPDATE OF "org", "band" ON "suppliers" FOR EACH ROW WHEN (OLD."band" IS DISTINCT FROM NEW."band" OR OLD."org" <> NEW."org") EXECUTE FUNCTION count_suppliers();
