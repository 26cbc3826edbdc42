CREATE TABLE "api_keys" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"key_hash" text COLLATE "C" NOT NULL,
	"scopes" json NOT NULL,
	"made_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "api_answers" (
	"org" text COLLATE "C" NOT NULL,
	"api_key" text COLLATE "C" NOT NULL,
	"name_hash" text COLLATE "C" NOT NULL,
	"request_hash" text COLLATE "C" NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"status" integer,
	"body" text COLLATE "C",
	CONSTRAINT "api_answers_org_api_key_name_hash_pk" PRIMARY KEY("org","api_key","name_hash")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"org" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	CONSTRAINT "tags_org_number_pk" PRIMARY KEY("org","number")
);
--> statement-breakpoint
CREATE TABLE "own_rule_sets" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"parent" text COLLATE "C" NOT NULL,
	"changes" json NOT NULL,
	"definition" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	"words_fingerprint" text COLLATE "C" NOT NULL,
	"made_for" json NOT NULL,
	"examples" json NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"drafted_by" text COLLATE "C" NOT NULL,
	"published_at" timestamp (3) with time zone,
	"published_by" text COLLATE "C",
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text COLLATE "C",
	CONSTRAINT "own_rule_sets_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "rules_in_force" (
	"org" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"questionnaire" text COLLATE "C" NOT NULL,
	"rule_set" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	CONSTRAINT "rules_in_force_org_position_pk" PRIMARY KEY("org","position")
);
--> statement-breakpoint
CREATE TABLE "reratings" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"rule_set" text COLLATE "C" NOT NULL,
	"takes_back" text COLLATE "C",
	"country" text COLLATE "C",
	"campaign" text COLLATE "C",
	"reason" text COLLATE "C" NOT NULL,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	"ordered_by" text COLLATE "C" NOT NULL,
	"all" integer NOT NULL,
	"counts" json NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"left" integer,
	CONSTRAINT "reratings_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"org" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"is_shared" boolean NOT NULL,
	"is_first" boolean NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_views_org_id_pk" PRIMARY KEY("org","id")
);
--> statement-breakpoint
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
ALTER TABLE "suppliers" ADD COLUMN "owner" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "tag_set" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "sector" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "sector" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "rerating" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "moved" integer;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_org_made_by_users_org_id_fk" FOREIGN KEY ("org","made_by") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_answers" ADD CONSTRAINT "api_answers_org_api_key_api_keys_org_id_fk" FOREIGN KEY ("org","api_key") REFERENCES "api_keys"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_rule_sets" ADD CONSTRAINT "own_rule_sets_org_drafted_by_users_org_id_fk" FOREIGN KEY ("org","drafted_by") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules_in_force" ADD CONSTRAINT "rules_in_force_org_organisations_org_fk" FOREIGN KEY ("org") REFERENCES "organisations"("org") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules_in_force" ADD CONSTRAINT "rules_in_force_org_by_users_org_id_fk" FOREIGN KEY ("org","by") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reratings" ADD CONSTRAINT "reratings_org_ordered_by_users_org_id_fk" FOREIGN KEY ("org","ordered_by") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_org_owner_users_org_id_fk" FOREIGN KEY ("org","owner") REFERENCES "users"("org","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_by_hash" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_answers_begun" ON "api_answers" USING btree ("begun_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_name" ON "tags" USING btree ("org","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "own_rule_sets_position" ON "own_rule_sets" USING btree ("org","position");--> statement-breakpoint
CREATE INDEX "saved_views_of_owner" ON "saved_views" USING btree ("org","owner");--> statement-breakpoint
CREATE INDEX "suppliers_peers" ON "suppliers" USING btree ("org","rule_set","edition","country","sector","score","band") WHERE score is not null;--> statement-breakpoint
CREATE INDEX "suppliers_by_rules" ON "suppliers" USING btree ("org","rule_set","edition");--> statement-breakpoint
CREATE INDEX "ratings_rerating" ON "ratings" USING btree ("org","rerating","supplier","moved");--> statement-breakpoint
CREATE INDEX "suppliers_by_rating" ON "suppliers" USING btree ("org","band","score","expected","number","id","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_band" ON "suppliers" USING btree ("org","band","expected","number","id","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_expected" ON "suppliers" USING btree ("org","expected","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_name" ON "suppliers" USING btree ("org","search","number","id","band","score","expected","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set","signed_at","change");--> statement-breakpoint
CREATE INDEX "suppliers_by_confidence" ON "suppliers" USING btree ("org","confidence","number","id","band","dprk","country","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_country" ON "suppliers" USING btree ("org","country","number","id","band","dprk","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_dprk" ON "suppliers" USING btree ("org","dprk","number","id","band","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_signed" ON "suppliers" USING btree ("org","signed_at","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_change" ON "suppliers" USING btree ("org","change","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");--> statement-breakpoint
CREATE INDEX "suppliers_by_number" ON "suppliers" USING btree ("org","number","id","band","dprk","country","confidence","tier_set","site_countries","expected_band","owner","tag_set");