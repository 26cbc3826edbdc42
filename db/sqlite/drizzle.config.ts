import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./db/sqlite/drizzle.schema.cjs",
  out: "./db/sqlite/migrations",
});
