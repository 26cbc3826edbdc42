import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/postgres/drizzle.schema.cjs",
  out: "./db/postgres/migrations",
});
