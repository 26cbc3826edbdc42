import { type Measured, measure } from "./load";
import { startServer } from "./servers";
import type { AtWork } from "./suppliers-at-work";

const timing = { connections: 32, warmUpMs: 2000, measuredMs: 5000 };
const form = { "content-type": "application/x-www-form-urlencoded" };

/** The question that is answered over and over: yes, no, yes, no. */
const question = "I2";

function answerForm(turn: number): string {
  return `basedOn=${turn}&${question}.answer=${turn % 2 === 0 ? "yes" : "no"}`;
}

/** Answers saved through the whole product by its own form, each supplier on a connection of its own, all durable. */
export function saves(origin: string, atWork: readonly AtWork[]): Promise<Measured> {
  return measure({
    ...timing,
    connections: atWork.length,
    origin,
    shot: (connection, turn) => ({
      method: "POST",
      path: `/attest/${atWork[connection]?.attestation}/${question}`,
      headers: { ...form, origin, cookie: atWork[connection]?.cookie ?? "" },
      body: answerForm(turn),
    }),
    accepts: (status, { location }) => (status === 302 || status === 303) && !location?.includes("/s/"),
  });
}

/** The same forms committed by a bare handler. */
export async function bareSaves(connections: number): Promise<Measured> {
  const server = await startServer(["build/server/bench.js", "bare-server"], "");
  try {
    return await measure({
      ...timing,
      connections,
      origin: server.origin,
      shot: (_connection, turn) => ({ method: "POST", path: "/save", headers: form, body: answerForm(turn) }),
      accepts: (status) => status === 303,
    });
  } finally {
    await server.stop();
  }
}
