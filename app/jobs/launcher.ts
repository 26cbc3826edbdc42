import { asOperator } from "#app/services/context/callers";
import type { ServiceContext } from "#app/services/context/contexts";
import { resumeLaunches } from "#app/services/team/launches/resume-launches";

const pauseMs = 10_000;

/** Looks now, and again every ten seconds, for launches that have somebody left to invite. */
export function startLauncher(ctx: ServiceContext): { stop(): void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    await resumeLaunches(asOperator(ctx, "launch"), {}).catch((error: unknown) => {
      // A store that closes refuses the next step of a launch, which goes on when the program is started again.
      if (!stopped) ctx.log.error({ err: error }, "a launch could not go on");
    });
    if (!stopped) timer = setTimeout(look, pauseMs);
  };
  void look();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
