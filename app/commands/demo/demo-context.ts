import { idFrom } from "#app/adapters/secrets.server";
import { asVisitor } from "#app/services/context/callers";
import type { ServiceContext, VisitorContext } from "#app/services/context/contexts";

/** The product as it was at one moment of the made world, for somebody who has not said yet who they are. */
export type DemoContext = VisitorContext & {
  /** Lets time pass. */
  pass(seconds: number): void;
};

/**
 * A context whose clock stands at `at` and whose ids follow from `scope`: whatever runs beside it, the same is made again.
 * Secrets stay random, since sessions of a made world open doors like any other.
 * @param scope a name nobody else uses, or ids would clash
 */
export function demoContext(ctx: ServiceContext, scope: string, at: Date, language = "en"): DemoContext {
  let now = at.getTime();
  let counted = 0;
  const nextId = () => {
    counted += 1;
    return idFrom(Buffer.from(ctx.sha256(`demo ${scope} ${counted}`), "hex").subarray(0, 26));
  };
  const moment = { clock: { now: () => new Date(now) }, ids: { next: nextId, secret: ctx.ids.secret } };
  return {
    ...asVisitor({ ...ctx, ...moment }, language),
    pass: (seconds) => {
      now += seconds * 1000;
    },
  };
}
