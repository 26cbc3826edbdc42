import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeMeasures } from "#app/server/metrics/measures";
import { type TestContext, testContext } from "#tests/support/context";
import { aJob } from "#tests/support/factories";
import { type EchoServer, startEchoServer } from "#tests/support/server";

const token = "a token of twenty letters";
const bearer = token.replaceAll(" ", "-");
let ctx: TestContext;
let server: EchoServer;

beforeEach(async () => {
  ctx = await testContext();
  const measures = makeMeasures(ctx);
  server = await startEchoServer({ METRICS_TOKEN: bearer }, () => true, { measures });
});
afterEach(async () => {
  await server.close();
  await ctx.store.close();
});

function ask(headers: Record<string, string> = {}, path = "/metrics"): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, server.url.replace("localhost", "127.0.0.1")), { headers });
    asked.on("error", reject).on("response", async (answer) => {
      resolve({ status: answer.statusCode ?? 0, body: await text(answer) });
    });
    asked.end();
  });
}

const measured = (body: string, name: string) =>
  body
    .split("\n")
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe("measures", () => {
  test("show what a running product does and holds", async () => {
    await ask({}, "/echo");
    await ask({}, "/echo");
    await ask({ host: "not a host" }, "/echo");
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(measured(body, 'avow_requests_total{method="GET",status="200"}')).toBe("2");
    expect(measured(body, 'avow_refusals_total{status="400"}')).toBe("1");
    expect(measured(body, "avow_saves_total")).toBe("0");
    expect(Number(measured(body, "avow_database_bytes"))).toBeGreaterThan(10_000);
    expect(measured(body, "avow_document_bytes")).toBe("0");
    expect(measured(body, "avow_backup_age_seconds")).toBe("Nan");
    for (const name of ["process_open_fds", "nodejs_heap_size_used_bytes", "nodejs_eventloop_lag_p99_seconds"])
      expect([name, Number(measured(body, name)) >= 0]).toEqual([name, true]);
  });

  test("show how old the last backup is, and which jobs are overdue", async () => {
    await ctx.store.upkeep.keepFact("last-backup", ctx.clock.now().toISOString());
    await ctx.store.jobs.enqueue(aJob({ kind: "mail.send", key: "a", dueAt: ctx.clock.now() }));
    await ctx.store.jobs.enqueue(aJob({ kind: "mail.send", key: "b", dueAt: ctx.clock.now() }));
    ctx.later(2);
    const { body } = await ask();
    expect(measured(body, "avow_backup_age_seconds")).toBe("7200");
    expect(measured(body, 'avow_jobs{kind="mail.send",state="waiting"}')).toBe("2");
    expect(measured(body, 'avow_job_wait_seconds{kind="mail.send"}')).toBe("7200");
  });

  test.each([
    ["through a proxy that says for whom", { "x-forwarded-for": "203.0.113.7" }],
    ["through one that says the host", { "x-forwarded-host": "avow.example.org" }],
    ["through one that names itself", { via: "1.1 proxy" }],
    ["under the public name", { host: "avow.example.org" }],
    ["with another token", { via: "1.1 proxy", authorization: "Bearer another-token-of-letters" }],
    ["with an empty token", { via: "1.1 proxy", authorization: "Bearer " }],
    ["with the token as a password", { via: "1.1 proxy", authorization: `Basic ${bearer}` }],
  ])("are closed %s", async (_, headers) => {
    expect(await ask(headers)).toEqual({ status: 403, body: "closed\n" });
  });

  test("are open with the token, from wherever", async () => {
    const headers = { "x-forwarded-for": "203.0.113.7", host: "avow.example.org" };
    expect((await ask({ ...headers, authorization: `Bearer ${bearer}` })).status).toBe(200);
  });

  test("are closed while there is no token, whatever is sent", async () => {
    await server.close();
    server = await startEchoServer({}, () => true, { measures: makeMeasures(ctx) });
    for (const authorization of ["Bearer ", "Bearer undefined", "Bearer null"])
      expect((await ask({ via: "1.1 proxy", authorization })).status).toBe(403);
  });
});
