import type { JobName } from "#db/records";

/** The job that invites everybody a launch is for; it is added by the beginning of the launch. */
export function launchJob(org: string, campaign: string): JobName {
  return { org, kind: "launch.invite", key: campaign };
}
