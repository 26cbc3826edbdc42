import type { Request, RequestHandler, Response } from "express";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { AppContext } from "#app/product/context.server";

export type Measures = {
  /** Counts every request by how it was answered. Put before everything else that answers. */
  readonly count: RequestHandler;
  /** Everything measured, in the text format of Prometheus, and the type of that. */
  read(): Promise<{ readonly text: string; readonly type: string }>;
};

const savePath = /^\/attest\/[^/]+\/[A-Z][0-9]{1,2}(?:\/|$)/;

/** Whether a supplier was told that what they typed is kept. */
function isSave({ method, path }: Request, { statusCode }: Response): boolean {
  return method === "POST" && statusCode < 400 && savePath.test(path);
}

/** What is measured of one running product. Descriptors, heap, processor and the delay of the event loop come with the library. */
export function makeMeasures(ctx: Pick<AppContext, "store" | "clock">): Measures {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const counted = { method: "", status: "" };
  const registers = [register];
  const labels = Object.keys(counted);
  const requests = new Counter({
    name: "avow_requests_total",
    help: "Requests answered",
    labelNames: labels,
    registers,
  });
  const saves = new Counter({ name: "avow_saves_total", help: "Answers that suppliers were told are kept", registers });
  const refusals = new Counter({
    ...{
      name: "avow_refusals_total",
      help: "Requests refused, or answered with an error",
      labelNames: ["status"],
      registers,
    },
  });
  addRecord(ctx, registers);
  return {
    count: (request, response, next) => {
      response.once("finish", () => {
        const status = String(response.statusCode);
        requests.inc({ method: methodOf(request), status });
        if (response.statusCode >= 400) refusals.inc({ status });
        if (isSave(request, response)) saves.inc();
      });
      next();
    },
    read: async () => ({ text: await register.metrics(), type: register.contentType }),
  };
}

/** Anybody may send any word as a method, and each would be a line for ever. */
function methodOf({ method }: Request): string {
  return method === "GET" || method === "POST" || method === "HEAD" ? method : "other";
}

/** What only the record knows, asked when somebody looks. */
function addRecord({ store, clock }: Pick<AppContext, "store" | "clock">, registers: Registry[]): void {
  const { upkeep } = store;
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  gauge("avow_database_bytes", "Bytes that the database takes", () => upkeep.bytes());
  gauge("avow_document_bytes", "Bytes of documents on record", () => upkeep.documentBytes());
  gauge("avow_backup_age_seconds", "Seconds since the last whole backup; NaN where none was made", async () => {
    const last = await upkeep.fact("last-backup");
    return last === undefined ? Number.NaN : (clock.now().getTime() - Date.parse(last)) / 1000;
  });
  new Gauge({
    ...{ name: "avow_jobs", help: "Jobs that wait or run", labelNames: ["kind", "state"], registers },
    async collect() {
      const open = await upkeep.openJobs();
      this.reset();
      for (const { kind, state, jobs } of open) this.set({ kind, state }, jobs);
    },
  });
  const help = "Seconds that the oldest job of a kind is overdue";
  new Gauge({
    ...{ name: "avow_job_wait_seconds", help, labelNames: ["kind"], registers },
    async collect() {
      const open = await upkeep.openJobs();
      this.reset();
      for (const { kind, state, oldestDueAt } of open) {
        if (state !== "waiting" || oldestDueAt === undefined) continue;
        this.set({ kind }, Math.max(0, (clock.now().getTime() - oldestDueAt.getTime()) / 1000));
      }
    },
  });
}
