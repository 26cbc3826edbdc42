import { type Measured, measure } from "./load";
import { startServer } from "./servers";
import type { AtWork } from "./suppliers-at-work";

const timing = { warmUpMs: 2000, measuredMs: 5000 };
const form = { "content-type": "application/x-www-form-urlencoded" };

/** Questions that everybody is asked, each with two answers to change between. */
const questions = [
  ["F5", "no", "yes"],
  ["G1", "worker", "own-locker"],
  ["G2", "yes", "limited"],
  ["G4", "yes", "fine"],
  ["H3", "no", "late"],
  ["I2", "yes", "no"],
] as const;

export type Save = { readonly question: string; readonly body: string };

/** The `turn`-th save of one supplier: question after question, then all over again with the other answer. */
export function saveOf(turn: number): Save {
  const [question, ...answers] = questions[turn % questions.length] ?? questions[0];
  const round = Math.floor(turn / questions.length);
  return { question, body: `basedOn=${round}&${question}.answer=${answers[round % 2]}` };
}

/** Answers saved through the whole product by its own forms, all durable: `connections` at once, each for many suppliers in turn. */
export function saves(origin: string, atWork: readonly AtWork[], connections: number): Promise<Measured> {
  const each = Math.floor(atWork.length / connections);
  return measure({
    ...timing,
    connections,
    origin,
    shot: (connection, turn) => {
      const supplier = atWork[connection * each + (turn % each)];
      const { question, body } = saveOf(Math.floor(turn / each));
      return {
        method: "POST",
        path: `/attest/${supplier?.attestation}/${question}`,
        headers: { ...form, origin, cookie: supplier?.cookie ?? "" },
        body,
      };
    },
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
      shot: (_connection, turn) => ({ method: "POST", path: "/save", headers: form, body: saveOf(turn).body }),
      accepts: (status) => status === 303,
    });
  } finally {
    await server.stop();
  }
}
