CREATE TABLE "jobs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "jobs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"payload" json NOT NULL,
	"lane" text COLLATE "C",
	"held_lane" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"due_at" timestamp (3) with time zone,
	"lease" integer NOT NULL,
	"attempts" integer NOT NULL,
	"last_error" text COLLATE "C",
	"progress" json,
	"result" json,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_tries" (
	"key_hash" text COLLATE "C" NOT NULL,
	"tries" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"wait_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "request_counts" (
	"window_start" timestamp (3) with time zone NOT NULL,
	"process" text COLLATE "C" NOT NULL,
	"key_hash" text COLLATE "C" NOT NULL,
	"requests" integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_once" ON "jobs" USING btree ("org","kind","key");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_lanes" ON "jobs" USING btree ("org","held_lane");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("kind","due_at","id");--> statement-breakpoint
CREATE INDEX "jobs_ended" ON "jobs" USING btree ("ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_tries_by_key" ON "sign_in_tries" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "sign_in_tries_last" ON "sign_in_tries" USING btree ("last_at");--> statement-breakpoint
CREATE UNIQUE INDEX "request_counts_once" ON "request_counts" USING btree ("window_start","process","key_hash");