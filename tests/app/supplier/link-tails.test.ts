import { describe, expect, test } from "vitest";
import { asVisitor } from "#app/services/context/callers";
import { wholeLinkPath } from "#app/services/supplier/link/link-token";
import { showDecline } from "#app/services/supplier/link/show-decline";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { showUnsubscribe } from "#app/services/supplier/link/unsubscribe";
import { testContext } from "#tests/support/context";
import { invite } from "#tests/support/supplier";

/** Rows of the case "link-with-a-tail", and more of the kind; as they stand in an address. */
const tails = [
  ".",
  ",",
  ")",
  ">",
  "%20",
  "%22",
  "%E2%80%8B",
  "\uff0c\u8acb\u586b\u5beb",
  "\u3002",
  "\uff09",
  "\u3001",
  "].",
  "**",
  "__",
  "~~",
  "'",
  "’",
  "”.",
  "»",
  "」",
  "』。",
  "】",
  "؟",
  "،",
  "।",
  "%3E",
  "%3e.",
  "&gt;",
  "&quot;",
  "%26gt%3B",
  "%C2%A0",
  "%0A",
  "%2520",
  "%252E",
  "%25E3%2580%2582",
  "%E3%80",
  "%",
  "%2",
  ";",
  ":",
  "!",
  "=",
  "/",
  "//",
  "/.",
  "/)",
  "./",
  "</a>",
  "%3C/a%3E",
  "%3Cbr%3E",
  "|Link",
  "Please",
  "-",
  "_",
  "请填写",
  "%20please%20answer",
  "%3Futm_source=mail",
  "?utm_source=mail&utm_medium=x",
  ".?utm_source=mail",
];

const token = "aB3-_".repeat(9).slice(0, 43);
const path = (address: string) => new URL(address, "http://own.invalid").pathname;

/** The address that stops mails. */
const stop = `/stop-mails/${"b".repeat(26)}/${"c".repeat(26)}/${token}`;

describe("a whole link with something stuck to it", () => {
  test.each(tails)("opens: %s", async (tail) => {
    expect(wholeLinkPath(path(`/s/${token}${tail}`)) ?? path(`/s/${token}`)).toBe(`/s/${token}`);
    expect(wholeLinkPath(`/s/${token}${tail.split("?")[0]}`)).toBe(`/s/${token}`);
    for (const page of ["decline", "give-back", "unsubscribe"]) {
      expect(wholeLinkPath(path(`/s/${token}/${page}${tail}`))).toBe(`/s/${token}/${page}`);
    }
    expect(wholeLinkPath(`${stop}${tail.split("?")[0]}`)).toBe(stop);
  });

  test.each(["%20", "%E2%80%8B", "%2520", "%3C", "("])("opens with %s before it too", (before) => {
    expect(wholeLinkPath(`/s/${before}${token}.`)).toBe(`/s/${token}`);
  });

  test.each([
    `/s/${token.slice(1)}`,
    `/s/${token.slice(1)}.`,
    "/s/",
    "/s",
    "/",
    `/x/${token}`,
    `/suppliers/${token}`,
    "/s/%",
    stop.slice(0, -1),
    `/stop-mails/${token}`,
    stop.replace("/c", "/c.c"),
    `/s/${"%25".repeat(2000)}`,
    `/s/${token.slice(0, 20)}.${token.slice(20)}`,
  ])("but %s is none", (address) => {
    expect(wholeLinkPath(address)).toBeUndefined();
  });

  test("is one for every use case of it, and its page leads on without the tail", async () => {
    const ctx = await testContext();
    const { token: own, attestation } = await invite(ctx);
    const visitor = asVisitor(ctx, "en");
    for (const tail of [".", ")", "，請填寫", "Please", "\u200b"]) {
      const link = { token: own + tail };
      expect((await showLanding(visitor, link)).hrefs.start).toBe(`/s/${own}`);
      expect((await showDecline(visitor, { ...link, reason: "wrong-contact" }))?.back).toMatch(`/s/${own}`);
      expect((await showUnsubscribe(visitor, link)).href).toBe(`/s/${own}`);
      expect((await startAttestation(visitor, link)).attestation).toBe(attestation);
    }
  });
});
