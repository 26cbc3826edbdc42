import { expect, test } from "vitest";
import { rememberStart, wasJustStarted } from "#app/http/recent-starts.server";
import { testContext } from "#tests/support/context";
import { hoursLater, now } from "#tests/support/factories";

test("who comes without a cookie is told that the browser keeps none only right after Start", async () => {
  const ctx = await testContext();
  expect(wasJustStarted(ctx, "a")).toBe(false);
  rememberStart(ctx, "a");
  expect(wasJustStarted(ctx, "a")).toBe(true);
  expect(wasJustStarted(ctx, "b")).toBe(false);
  const later = (minutes: number) => ({ ...ctx, clock: { ...ctx.clock, now: () => hoursLater(minutes / 60) } });
  expect(wasJustStarted(later(2), "a")).toBe(true);
  expect(wasJustStarted(later(3), "a")).toBe(false);
  rememberStart(later(3), "a");
  expect(wasJustStarted(later(4), "a")).toBe(true);
  expect(now.getTime()).toBe(ctx.clock.now().getTime());
});

test("what is remembered of one installation is nothing to another, and the oldest goes first", async () => {
  const [ctx, other] = [await testContext(), await testContext()];
  rememberStart(ctx, "first");
  expect(wasJustStarted(other, "first")).toBe(false);
  for (let at = 0; at < 10_000; at += 1) rememberStart(ctx, `s${at}`);
  expect(wasJustStarted(ctx, "first")).toBe(false);
  expect(wasJustStarted(ctx, "s0")).toBe(true);
});
