import { asOperator } from "#app/services/context/callers";
import type { ServiceContext } from "#app/services/context/contexts";
import { deliverMail } from "#app/services/mails/deliver-mail";

const pauseMs = 2_000;

/** Delivers mail for as long as the server lives: at once while there is any, else looks again every two seconds. */
export function startWorker(ctx: ServiceContext): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!stopped) {
      const { taken } = await deliverMail(asOperator(ctx, "mail"), {}).catch((error: unknown) => {
        ctx.log.error({ err: error }, "mail round failed");
        return { taken: 0 };
      });
      if (taken === 0 && !stopped) await pause();
    }
  };
  const running = run();
  return {
    stop: () => {
      stopped = true;
      wake();
      return running;
    },
  };
}
