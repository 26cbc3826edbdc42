import { expect, test } from "vitest";
import { ConfigError, readConfig } from "#app/product/config.server";

test("nothing needs to be set for a first trial on one's own machine", () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataDir: "./data",
    publicOrigin: "http://localhost:3000",
    trustProxy: 0,
    rateLimitPerMinute: 300,
  });
});

test("links begin with the port that was chosen, and an empty variable counts as not set", () => {
  expect(readConfig({ PORT: "4000", SMTP_URL: "" })).toMatchObject({ publicOrigin: "http://localhost:4000" });
});

test("every setting that is wrong is named, and no password is repeated", () => {
  const read = () =>
    readConfig({ PORT: "many", SMTP_URL: "ftp://me:hunter2@mail.example", PUBLIC_ORIGIN: "https://a.b/c" });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/PORT[\s\S]*PUBLIC_ORIGIN[\s\S]*SMTP_URL/);
  expect(read).not.toThrow(/hunter2/);
});

test.each([
  ["1", 1],
  ["2", 2],
  ["true", 1],
  ["false", 0],
])("TRUST_PROXY=%s says how many proxies are believed", (given, read) => {
  expect(readConfig({ TRUST_PROXY: given }).trustProxy).toBe(read);
});
