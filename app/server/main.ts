import { readConfig } from "#app/product/config.server";
import { asSystem } from "#app/services/context/callers";
import { offerSetup } from "#app/services/team/sign-in/setup";
import { failToStart, serve } from "./serve";

async function start() {
  const { context } = await serve(readConfig());
  const setup = await offerSetup(asSystem(context, "setup"), {});
  if (setup) console.info(`Nobody uses it yet. Set it up, once, at ${setup}`);
}

start().catch(failToStart);
