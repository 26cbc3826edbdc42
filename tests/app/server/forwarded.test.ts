import { describe, expect, test } from "vitest";
import { countsPerMinute } from "#app/server/guards/request-limit";
import { now } from "#tests/support/factories";
import { startEchoServer } from "#tests/support/server";

/** What three requests are answered with, where two a minute are let through, each with one of these addresses named. */
async function statusesOf(addresses: readonly string[], environment: Record<string, string> = {}) {
  // A minute that begins meanwhile would let one more through.
  const requestCounts = countsPerMinute(2, () => now);
  const server = await startEchoServer({ RATE_LIMIT_PER_MINUTE: "2", ...environment }, () => true, { requestCounts });
  const statuses: number[] = [];
  for (const address of addresses) {
    const { status } = await fetch(`${server.url}/echo`, { headers: { "x-forwarded-for": address } });
    statuses.push(status);
  }
  await server.close(0);
  return statuses;
}

describe("an address that is named in a request", () => {
  test.each<[addresses: readonly string[], environment?: Record<string, string>]>([
    [["192.0.2.1", "192.0.2.2", "192.0.2.3"]],
    [["2001:db8::1", "2001:db8:1::1", "2001:db8:2::1"]],
    [["127.0.0.1", "", "unknown"]],
    [["192.0.2.1, 198.51.100.7", "192.0.2.2, 198.51.100.7", "192.0.2.3, 198.51.100.7"], { TRUST_PROXY: "1" }],
  ])("a stranger gets round no limit by naming another address each time", async (addresses, environment = {}) => {
    expect(await statusesOf(addresses, environment)).toEqual([200, 200, 429]);
  });

  test("is believed of a proxy that is trusted, so that one caller does not use up what another has", async () => {
    const addresses = ["192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2"];
    expect(await statusesOf(addresses, { TRUST_PROXY: "1" })).toEqual([200, 200, 429, 200]);
  });
});
