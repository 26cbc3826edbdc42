import type * as z from "zod";
import type { Permission } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import type { Action } from "#db/audit";
import type { CallerContext, SupplierContext, SystemContext, TeamContext, VisitorContext } from "./contexts";
import { type EventMaker, eventMaker } from "./events";
import { type Fault, Faults, faultCode } from "./faults";

type Definition<C extends CallerContext, S extends z.ZodType, A extends Action, O> = {
  /** Asked first, before anything of the input is looked at. */
  readonly permission: Permission;
  /** What it takes, whoever calls it: a page, a job, a command or another program. */
  readonly input: S;
  /** What it can leave in the trail; empty for those that only read. */
  readonly events: readonly A[];
  run(ctx: C, input: z.output<S>, event: EventMaker<A>): O | Promise<O>;
};

/** One thing that the product does. Called with what `input` reads; anything else is Problem "bad-request". */
export type UseCase<C extends CallerContext, S extends z.ZodType, O> = {
  (ctx: C, input: z.input<S>): Promise<O>;
  readonly permission: Permission;
  readonly input: S;
  readonly events: readonly Action[];
  /** The same with the fields of a form: what a person can correct comes back as faults, and then nothing was done. */
  submit(
    ctx: C,
    values: unknown,
  ): Promise<{ readonly faults: readonly Fault[] } | { readonly done: Exclude<O, Faults> }>;
};

/** Makes use cases for one kind of caller. */
function makeUseCase<C extends CallerContext>() {
  return <S extends z.ZodType, O, A extends Action = never>({
    permission,
    input,
    events,
    run,
  }: Definition<C, S, A, O>): UseCase<C, S, O> => {
    const perform = async (ctx: C, read: z.output<S>) => run(ctx, read, eventMaker<A>(ctx));
    const call = async (ctx: C, given: z.input<S>) => {
      ctx.require(permission);
      const read = input.safeParse(given);
      if (!read.success) throw new Problem("bad-request");
      return perform(ctx, read.data);
    };
    const submit: UseCase<C, S, O>["submit"] = async (ctx, values) => {
      ctx.require(permission);
      const read = input.safeParse(values);
      if (!read.success) return { faults: faultsOf(read.error) };
      const done = await perform(ctx, read.data);
      if (done instanceof Faults) return { faults: done.faults };
      // What is left is what `Exclude` says; the compiler does not narrow a type parameter.
      return { done: done as Exclude<O, Faults> };
    };
    return Object.assign(call, { permission, input, events, submit });
  };
}

/** One fault a field, the first: what is wrong with it says the message of its schema, a code with words. */
function faultsOf(error: z.ZodError): readonly Fault[] {
  const byField = new Map<string, Fault>();
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    if (!byField.has(field)) byField.set(field, { field, code: faultCode(message) });
  }
  return [...byField.values()];
}

/** For people of the team. */
export const teamUseCase = makeUseCase<TeamContext>();
/** For whoever has a link, a form or nothing. */
export const visitorUseCase = makeUseCase<VisitorContext>();
/** For suppliers at work on one attestation. */
export const supplierUseCase = makeUseCase<SupplierContext>();
/** For the program itself, in jobs and commands. */
export const systemUseCase = makeUseCase<SystemContext>();
