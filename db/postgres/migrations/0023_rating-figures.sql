CREATE TABLE "rating_figures" (
	"org" text COLLATE "C" NOT NULL,
	"supplier" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"rating" text COLLATE "C" NOT NULL,
	"attestation" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"rule_set" text COLLATE "C" NOT NULL,
	"edition" text COLLATE "C" NOT NULL,
	"questionnaire" text COLLATE "C" NOT NULL,
	"band" text COLLATE "C" NOT NULL,
	"score" double precision NOT NULL,
	"lines" text COLLATE "C" NOT NULL,
	CONSTRAINT "rating_figures_org_supplier_position_pk" PRIMARY KEY("org","supplier","position")
);
--> statement-breakpoint
ALTER TABLE "rating_figures" ADD CONSTRAINT "rating_figures_org_supplier_position_ratings_org_supplier_position_fk" FOREIGN KEY ("org","supplier","position") REFERENCES "ratings"("org","supplier","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rating_figures_newest" ON "rating_figures" USING btree ("org","created_at");
--> statement-breakpoint
-- By hand: what the ratings say that are there already. Points as they are written, to the last digit.
INSERT INTO "rating_figures" ("org", "supplier", "position", "rating", "attestation", "created_at", "rule_set", "edition", "questionnaire", "band", "score", "lines")
SELECT r."org", r."supplier", r."position", r."id", r."attestation", r."created_at",
	r."rating"->'ruleSet'->>'id', r."rating"->'edition'->>'id', r."rating"->'questionnaire'->>'id',
	r."rating"->>'band', (r."rating"->>'score')::double precision,
	coalesce((SELECT '[' || string_agg(line, ',' ORDER BY part, place) || ']' FROM (
		SELECT 1 AS part, place, '[' || (step->'kind')::text || ',' || (step->'code')::text || ',' || (step->'points')::text || ']' AS line
		FROM json_array_elements(r."rating"->'steps') WITH ORDINALITY AS s(step, place) WHERE step->>'kind' IN ('inherent', 'adverse')
		UNION ALL
		SELECT 2, place, '["floor",' || (reason->'question')::text || ',0]'
		FROM json_array_elements(CASE json_typeof(r."rating"->'floor') WHEN 'object' THEN r."rating"->'floor'->'reasons' ELSE '[]'::json END) WITH ORDINALITY AS f(reason, place)
	) AS told), '[]')
FROM "ratings" r;
