DROP INDEX "suppliers_by_rating";--> statement-breakpoint
DROP INDEX "suppliers_by_confidence";--> statement-breakpoint
DROP INDEX "suppliers_by_country";--> statement-breakpoint
DROP INDEX "suppliers_by_dprk";--> statement-breakpoint
DROP INDEX "suppliers_by_signed";--> statement-breakpoint
DROP INDEX "suppliers_by_change";--> statement-breakpoint
DROP INDEX "suppliers_by_number";--> statement-breakpoint
DROP INDEX "suppliers_by_name";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "site_countries" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "expected" double precision;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "expected_band" integer;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "expected_risk" json;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "expected_basis" text COLLATE "C";--> statement-breakpoint
-- Of rated suppliers the countries of their sites are looked for too; what is expected of the others is worked out by the program.
UPDATE "suppliers" SET "site_countries" = (SELECT '|' || string_agg(DISTINCT site ->> 'country', '|') || '|' FROM json_array_elements("suppliers"."tiers") site WHERE site ->> 'country' NOT IN ('', "suppliers"."country")) WHERE "tiers" IS NOT NULL;--> statement-breakpoint
UPDATE "suppliers" SET "tier_set" = NULL WHERE "tier_set" = '||';--> statement-breakpoint
CREATE INDEX "suppliers_by_expected" ON "suppliers" USING btree ("org","expected","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band");--> statement-breakpoint
CREATE INDEX "suppliers_by_rating" ON "suppliers" USING btree ("org","band","score","expected","number","id","dprk","country","confidence","tier_set","site_countries","expected_band");--> statement-breakpoint
CREATE INDEX "suppliers_by_confidence" ON "suppliers" USING btree ("org","confidence","number","id","band","dprk","country","tier_set","site_countries","expected_band");--> statement-breakpoint
CREATE INDEX "suppliers_by_country" ON "suppliers" USING btree ("org","country","number","id","band","dprk","confidence","tier_set","site_countries","expected_band");--> statement-breakpoint
CREATE INDEX "suppliers_by_dprk" ON "suppliers" USING btree ("org","dprk","number","id","band","country","confidence","tier_set","site_countries","expected_band");--> statement-breakpoint
CREATE INDEX "suppliers_by_signed" ON "suppliers" USING btree ("org","signed_at","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band");--> statement-breakpoint
CREATE INDEX "suppliers_by_change" ON "suppliers" USING btree ("org","change","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band");--> statement-breakpoint
CREATE INDEX "suppliers_by_number" ON "suppliers" USING btree ("org","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band");--> statement-breakpoint
CREATE INDEX "suppliers_by_name" ON "suppliers" USING btree ("org","search","number","id","band","score","expected","dprk","country","confidence","tier_set","site_countries","expected_band","signed_at","change");