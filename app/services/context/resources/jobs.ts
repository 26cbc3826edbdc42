import type { Actor } from "#db/audit";
import type { CalledFrom, JobName } from "#db/records";

/** Every kind of job there is, and what a job of it is told. Each has its handler in `app/jobs/registry.ts`. */
export type JobPayloads = {
  /** Sends mails that were tried `attempts` times before. */
  "mail.send": { readonly mails: readonly string[]; readonly attempts: number };
  /** Invites everybody a launch is for; its key is the campaign. */
  "launch.invite": Record<string, never>;
  /** Writes what the preview of an upload showed, in the name of whoever confirmed it. */
  "suppliers.import": {
    readonly upload: string;
    readonly choices: Readonly<Record<string, unknown>>;
    readonly actor: Actor;
  };
  /** Rates suppliers again by other rules; its key is the rerating. */
  "ratings.rerate": Record<string, never>;
  /** Clears away documents that nobody has attached any more. */
  "evidence.sweep": Record<string, never>;
  /** Works out anew what is expected of suppliers, where newer rules or countries were published. */
  "suppliers.expect": Record<string, never>;
  /** Sends the link for a new password that somebody asked for; `user` and `org` are empty where nobody has such an account. */
  "reset.send": { readonly org: string; readonly user: string; readonly from: CalledFrom };
  /** Makes the daily backup, when it is due. */
  "backup.make": Record<string, never>;
  /** Clears away sessions that are over, and lists that nobody confirmed. */
  "leftovers.forget": Record<string, never>;
  /** Removes what was kept as long as its organisation wants it kept. */
  "retention.apply": Record<string, never>;
  /** Gives back the points of plans that are overdue, and reminds suppliers of what is due. */
  "actions.follow": Record<string, never>;
  /** Reminds suppliers who have not answered, by the schedules of their campaigns. */
  "campaigns.remind": Record<string, never>;
  /** Works out how long people took to answer. */
  "times.measure": Record<string, never>;
  /** Clears away jobs that ended long ago. */
  "jobs.forget": Record<string, never>;
};

export type JobKind = keyof JobPayloads;

/** The work that the program does by itself. Jobs are added to the store, by the writes that they follow from. */
export type Jobs = {
  /** Says that a job was added: this process looks at once, the others within two seconds. */
  wake(): void;
  /** Whether a job has ended, well or badly, within so many milliseconds. Returns as soon as it has. */
  waitUntilEnded(job: JobName, patienceMs: number): Promise<boolean>;
};
