import { existsSync, readFileSync } from "node:fs";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import { describe, expect, test } from "vitest";
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

describe("a mail server that cannot be reached as it is written", () => {
  test.each([
    "smtp://mailer:pa#ss@mail.example.com:587",
    "smtp://mailer:123#ss@mail.example.com:587",
    "smtp://AKIA:25/D9@mail.example.com:587",
    "smtp://mailer:25?x=1@mail.example.com",
    "smtp://mailer:a/b?c#d@mail.example.com",
    "smtp://mailer:pa/ss@mail.example.com:587",
    "smtps://mailer:pa?ss@mail.example.com",
    "smtp://mail.example.com#",
    "smtp://mail.example.com/inbox",
    "smtp://mail.example.com?pass=secret",
    "smtp://mail.example.com?unknown=1",
    "smtp://",
    "smtp:///",
    "smtp://:587",
    "smtp:mail.example.com",
    "smtp:/mail.example.com",
    "mail.example.com:587",
    "smtp://mailer:hunter2@",
    "smtp://mailer@mail.example.com",
    "smtp://:hunter2@mail.example.com",
    "smtp://mailer:hun%ter2@mail.example.com",
    "smtp://mail.example.com:0",
    "smtp://mail.example.com:99999",
    "smtp://mail..example.com",
    "smtp://mäil.example.com",
  ])("%s stops the start, with how to write it and without the value", (value) => {
    const read = () => readConfig({ SMTP_URL: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/SMTP_URL: .*%23.*%2F.*%3F/);
    expect(read).not.toThrow(/hunter2|secret|D9|pa#ss/);
  });

  test.each([
    "smtp://mail.example.com",
    "smtp://mailer:pa%23ss%2F%3F%40%25@mail.example.com:587",
    "smtps://mailer%40example.com:p$w!d@mail.example.com:465/",
    "smtp://127.0.0.1:2525",
    "smtp://[::1]:2525",
    "smtp://mail_server:25",
    "smtp://mail.example.com?requireTLS=true&tls.rejectUnauthorized=false",
  ])("%s is taken as it is", (value) => {
    expect(readConfig({ SMTP_URL: value }).smtpUrl).toBe(value);
  });

  test("every sign of a password arrives at the mail server as it was, once it is written as a code", () => {
    const password = "a#b/c?d@e%f:g&h+i ü";
    const { smtpUrl = "" } = readConfig({ SMTP_URL: `smtp://m:${encodeURIComponent(password)}@mail.example.com` });
    expect(parseConnectionUrl(smtpUrl)).toMatchObject({
      host: "mail.example.com",
      auth: { user: "m", pass: password },
    });
  });
});

describe("a sender", () => {
  test.each([
    "not an address",
    "Avow",
    "avow@",
    "@example.com",
    "Avow avow@example.com",
    "Avow <avow@example.com",
    "Avow <avow>",
    "Avow <>",
    "a@example.com, b@example.com",
    "<a@example.com> <b@example.com>",
    "avow@exa mple.com",
    "avow@example..com",
    ".avow@example.com",
    "用户@example.com",
    "Avow <avow@example.com>\r\nBcc: all@example.com",
  ])("that is no address stops the start: %j", (value) => {
    const read = () => readConfig({ MAIL_FROM: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/MAIL_FROM: .*avow@example\.com/);
  });

  test.each([
    "avow@example.com",
    "Avow <avow@example.com>",
    '"Avow, for you" <avow+mail@mail.example.com>',
    "Éire Ltd <avow@example.ie>",
    "<avow@example.com>",
    "Avow <avow@bücher.example>",
    "Avow <avow@localhost>",
  ])("that is an address is taken as it is: %s", (value) => {
    expect(readConfig({ MAIL_FROM: value }).mailFrom).toBe(value);
  });
});

const casesFile = "../shared/cases/18-smtp-url/urls.txt";
test.skipIf(!existsSync(casesFile))("each line that was tried with the first product stops the start", () => {
  const lines = readFileSync(casesFile, "utf8").split("\n").filter(Boolean);
  for (const line of lines) {
    const setting = line.startsWith("MAIL_FROM=") ? { MAIL_FROM: line.slice(10) } : { SMTP_URL: line };
    expect(() => readConfig(setting), line).toThrow(ConfigError);
  }
  expect(lines.length).toBeGreaterThan(0);
});
