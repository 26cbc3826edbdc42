import { Problem } from "#app/domain/problem";
import { lapseActions } from "#app/services/actions/daily/lapse-actions";
import { remindSuppliers } from "#app/services/actions/daily/remind-suppliers";
import { asSystem } from "#app/services/context/callers";
import type { ServiceContext } from "#app/services/context/contexts";
import type { JobKind, JobPayloads } from "#app/services/context/resources/jobs";
import { sweepEvidence } from "#app/services/evidence/sweep-evidence";
import { backUp } from "#app/services/installation/back-up";
import { forgetJobs } from "#app/services/jobs/forget-jobs";
import { forgetLeftovers } from "#app/services/jobs/forget-leftovers";
import { measureAnswering } from "#app/services/jobs/measure-answering";
import { sendMails } from "#app/services/mails/send-mails";
import { rerateSuppliers } from "#app/services/own-rules/rerating/rerate-suppliers";
import { expectAnew } from "#app/services/ratings/expect-anew";
import { sendReminders } from "#app/services/reminders/send-reminders";
import { applyRetention } from "#app/services/retention/apply-retention";
import { importSuppliers } from "#app/services/team/imports/jobs/import-suppliers";
import { inviteChosen } from "#app/services/team/launches/invite-chosen";
import { sendReset } from "#app/services/team/sign-in/reset/send-reset";
import type { JobHandler } from "./handler";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const secondMs = 1_000;
const daily = { atOnce: 1, waitsMs: [5 * minuteMs, hourMs], everyMs: dayMs };

/** How each kind of job is done. */
export const registry: { readonly [Kind in keyof JobPayloads]: JobHandler<JobPayloads[Kind]> } = {
  // The mail server has three connections of a process, and each job five mails on their way.
  "mail.send": {
    atOnce: 4,
    waitsMs: [secondMs, 10 * secondMs, minuteMs],
    isEndless: true,
    run: async (ctx, { job: { org, payload }, lease, signal }) => {
      const { mails, attempts } = payload;
      const isKept = await sendMails(asSystem(ctx, "mail"), { org, mails, attempts, lease, signal });
      return isKept ? "recorded" : {};
    },
  },
  // Two launches of one process at once would give each other's references again and again.
  "launch.invite": {
    atOnce: 1,
    waitsMs: [10 * secondMs],
    isEndless: true,
    run: async (ctx, { job: { org, key: campaign }, lease, signal }) => {
      const isKept = await inviteChosen(asSystem(ctx, "launch"), { org, campaign, lease, signal });
      return isKept ? "recorded" : {};
    },
  },
  "suppliers.import": {
    atOnce: 1,
    waitsMs: [secondMs, 10 * secondMs, minuteMs],
    isFinal: (error) => error instanceof Problem,
    run: async (ctx, { job: { org, payload, createdAt, progress }, lease, signal }) => {
      const input = {
        ...payload.choices,
        upload: payload.upload,
        org,
        by: payload.actor,
        begunAt: createdAt,
        progress,
      };
      const { counts, isKept } = await importSuppliers(asSystem(ctx, "import"), { ...input, lease, signal });
      return isKept ? "recorded" : { result: counts };
    },
  },
  // What is half rated again must not stay so: it goes on until it is through.
  "ratings.rerate": {
    atOnce: 1,
    waitsMs: [10 * secondMs, minuteMs],
    isEndless: true,
    run: async (ctx, { job: { org, key: rerating }, lease, signal }) => {
      const isKept = await rerateSuppliers(asSystem(ctx, "rules"), { org, rerating, lease, signal });
      return isKept ? "recorded" : {};
    },
  },
  "evidence.sweep": {
    ...daily,
    run: async (ctx) => ({ result: await sweepEvidence(asSystem(ctx, "sweep"), {}) }),
  },
  "leftovers.forget": {
    ...daily,
    everyMs: hourMs,
    run: async (ctx) => ({ result: await forgetLeftovers(asSystem(ctx, "sweep"), {}) }),
  },
  // Found out by looking, so that a newer version of the program has it done soon after its first start.
  "suppliers.expect": {
    ...daily,
    everyMs: hourMs,
    run: async (ctx, { signal }) => ({ result: { suppliers: await expectAnew(asSystem(ctx, "rules"), { signal }) } }),
  },
  // A link works for an hour, so trying for longer sends nothing of use.
  "reset.send": {
    atOnce: 1,
    waitsMs: [10 * secondMs, minuteMs, 5 * minuteMs, 15 * minuteMs],
    run: async (ctx, { job: { id, createdAt, payload } }) => {
      // Of the job alone, so that one that is tried again makes no second link.
      const reset = ctx.sha256(`reset ${id} ${createdAt.toISOString()}`).slice(0, 26);
      await sendReset(asSystem(ctx, "mail"), { ...payload, id: reset });
      return {};
    },
  },
  // Tried again within the hour when it fails: a disk that is full, a folder that is not mounted.
  "backup.make": {
    ...daily,
    everyMs: hourMs,
    run: async (ctx) => {
      const { made, againAt } = await backUp(asSystem(ctx, "backup"), {});
      return { result: { made }, againAt };
    },
  },
  "retention.apply": {
    ...daily,
    run: async (ctx, { signal }) => {
      const result = await applyRetention(asSystem(ctx, "retention"), { signal });
      // Documents whose rows went are nobody's any more.
      if (result.submissions + result.unsent > 0) await sweepEvidence(asSystem(ctx, "sweep"), {});
      return { result };
    },
  },
  // By days of UTC: soon after one has begun.
  "actions.follow": {
    ...daily,
    everyMs: hourMs,
    run: async (ctx, { signal }) => {
      const lapsed = await lapseActions(asSystem(ctx, "actions"), { signal });
      const reminders = await remindSuppliers(asSystem(ctx, "actions"), { signal });
      return { result: { lapsed, reminders } };
    },
  },
  // Often, so that whoever sets reminders soon reads when they leave; it looks by an index.
  "campaigns.remind": {
    ...daily,
    everyMs: minuteMs,
    run: async (ctx, { signal }) => ({
      result: { reminded: await sendReminders(asSystem(ctx, "reminders"), { signal }) },
    }),
  },
  "times.measure": {
    ...daily,
    run: async (ctx, { signal }) => ({
      result: { versions: await measureAnswering(asSystem(ctx, "times"), { signal }) },
    }),
  },
  "jobs.forget": {
    ...daily,
    run: async (ctx) => ({ result: { forgotten: await forgetJobs(asSystem(ctx, "sweep"), {}) } }),
  },
};

/** Kinds that cannot be done here: mails are kept until there is a mail server, backups are made where a folder is set. */
export function pausedKinds({ mailer, backups }: Pick<ServiceContext, "mailer" | "backups">): readonly JobKind[] {
  return [...(mailer ? [] : (["mail.send", "reset.send"] as const)), ...(backups ? [] : (["backup.make"] as const))];
}
