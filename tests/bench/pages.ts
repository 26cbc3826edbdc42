import { type Measured, measure } from "./load";
import type { AtWork } from "./suppliers-at-work";

const timing = { connections: 10, warmUpMs: 2000, measuredMs: 5000 };

/** Question pages a second, as browsers ask for them: compressed, with a session. */
export function questionPages(origin: string, atWork: readonly AtWork[]): Promise<Measured> {
  return measure({
    ...timing,
    origin,
    shot: (connection) => {
      const { attestation = "", cookie = "" } = atWork[connection % atWork.length] ?? {};
      return { method: "GET", path: `/attest/${attestation}/E1`, headers: { cookie, "accept-encoding": "gzip" } };
    },
    accepts: (status) => status === 200,
  });
}

/** Empty pages a second by the same server, asked for in the same way. */
export function emptyPages(origin: string): Promise<Measured> {
  return measure({
    ...timing,
    origin,
    shot: () => ({ method: "GET", path: "/empty", headers: { "accept-encoding": "gzip" } }),
    accepts: (status) => status === 200,
  });
}
