DROP INDEX "suppliers_site_countries";--> statement-breakpoint
DROP INDEX "suppliers_peers";--> statement-breakpoint
DROP INDEX "suppliers_by_rules";--> statement-breakpoint
DROP INDEX "suppliers_by_rating";--> statement-breakpoint
DROP INDEX "suppliers_by_band";--> statement-breakpoint
DROP INDEX "suppliers_by_expected";--> statement-breakpoint
DROP INDEX "suppliers_by_name";--> statement-breakpoint
DROP INDEX "suppliers_by_confidence";--> statement-breakpoint
DROP INDEX "suppliers_by_country";--> statement-breakpoint
DROP INDEX "suppliers_by_dprk";--> statement-breakpoint
DROP INDEX "suppliers_by_signed";--> statement-breakpoint
DROP INDEX "suppliers_by_change";--> statement-breakpoint
DROP INDEX "suppliers_by_number";--> statement-breakpoint
DROP INDEX "reviews_due";--> statement-breakpoint
DROP INDEX "reviews_risk";--> statement-breakpoint
DROP INDEX "reviews_assigned";--> statement-breakpoint
DROP INDEX "reviews_waiting";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "contact_search" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "is_archived" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "archived_by" text COLLATE "C";--> statement-breakpoint
-- By hand from here to the indexes, because drizzle cannot say it. Folded as the program folds what it is asked for: marks go
-- first, because under this collation only letters of ASCII have a small form, and then those that have no mark to lose.
CREATE FUNCTION pg_temp.fold_name(said text) RETURNS text LANGUAGE sql AS $$
	SELECT btrim(regexp_replace(normalize(translate(replace(replace(replace(replace(replace(lower(regexp_replace(normalize(normalize(said, NFKC), NFD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'), 'ẞ', 'ss'), 'Æ', 'ae'), 'æ', 'ae'), 'œ', 'oe'),
		'ĐđÐðØøŁłıĦħΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐ',
		'ddddoollihhαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ'), NFC), '\s+', ' ', 'g'))
$$;
--> statement-breakpoint
UPDATE "suppliers" SET "contact_search" = (SELECT string_agg(pg_temp.fold_name(coalesce("name", '')) || chr(10) || pg_temp.fold_name("email"), chr(10) ORDER BY "position") FROM "contacts" WHERE "contacts"."org" = "suppliers"."org" AND "contacts"."supplier" = "suppliers"."id" AND "erased_at" IS NULL);
--> statement-breakpoint
DROP FUNCTION pg_temp.fold_name(text);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION count_suppliers() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
	INSERT INTO supplier_counts AS counted (org, band, suppliers)
	SELECT change.org, change.band, sum(change.suppliers) FROM (
		SELECT NEW.org AS org, CASE WHEN NEW.is_archived THEN -2 ELSE coalesce(NEW.band, -1) END AS band, 1 AS suppliers WHERE TG_OP <> 'DELETE'
		UNION ALL
		SELECT OLD.org, CASE WHEN OLD.is_archived THEN -2 ELSE coalesce(OLD.band, -1) END, -1 WHERE TG_OP <> 'INSERT'
	) change GROUP BY change.org, change.band ORDER BY change.org, change.band
	ON CONFLICT (org, band) DO UPDATE SET suppliers = counted.suppliers + excluded.suppliers;
	RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER "suppliers_are_counted_anew" ON "suppliers";
--> statement-breakpoint
CREATE TRIGGER "suppliers_are_counted_anew" AFTER UPDATE OF "org", "band", "is_archived" ON "suppliers" FOR EACH ROW WHEN (OLD."band" IS DISTINCT FROM NEW."band" OR OLD."org" <> NEW."org" OR OLD."is_archived" <> NEW."is_archived") EXECUTE FUNCTION count_suppliers();
--> statement-breakpoint
CREATE INDEX "suppliers_site_countries" ON "suppliers" USING btree ("org","is_archived","site_countries","country","band") WHERE site_countries is not null;--> statement-breakpoint
CREATE INDEX "suppliers_peers" ON "suppliers" USING btree ("org","is_archived","rule_set","edition","country","sector","score","band") WHERE score is not null;--> statement-breakpoint
CREATE INDEX "suppliers_by_rules" ON "suppliers" USING btree ("org","is_archived","rule_set","edition");--> statement-breakpoint
CREATE INDEX "suppliers_by_rating" ON "suppliers" USING btree ("org","is_archived","band","score","expected","number","id","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_band" ON "suppliers" USING btree ("org","is_archived","band","expected","number","id","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_expected" ON "suppliers" USING btree ("org","is_archived","expected","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_name" ON "suppliers" USING btree ("org","is_archived","search","number","id","band","score","expected","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set","signed_at","change");--> statement-breakpoint
CREATE INDEX "suppliers_by_confidence" ON "suppliers" USING btree ("org","is_archived","confidence","number","id","band","dprk","country","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_country" ON "suppliers" USING btree ("org","is_archived","country","number","id","band","dprk","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_dprk" ON "suppliers" USING btree ("org","is_archived","dprk","number","id","band","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_signed" ON "suppliers" USING btree ("org","is_archived","signed_at","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_change" ON "suppliers" USING btree ("org","is_archived","change","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_number" ON "suppliers" USING btree ("org","is_archived","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "reviews_due" ON "reviews" USING btree ("org","state","due_at","attestation","floors","findings","files","supplier");--> statement-breakpoint
CREATE INDEX "reviews_risk" ON "reviews" USING btree ("org","state","rank","due_at","attestation","floors","findings","files","supplier");--> statement-breakpoint
CREATE INDEX "reviews_assigned" ON "reviews" USING btree ("org","assigned_to","state","due_at","attestation","supplier");--> statement-breakpoint
CREATE INDEX "reviews_waiting" ON "reviews" USING btree ("org","state","waiting","due_at","attestation","supplier");