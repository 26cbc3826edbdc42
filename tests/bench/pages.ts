import { type Measured, measure } from "./load";
import type { AtWork } from "./suppliers-at-work";

const timing = { connections: 10, warmUpMs: 2000, measuredMs: 5000 };

/** Question pages a second with a session; as load generators ask, so that neither side is compressed. */
export function questionPages(origin: string, atWork: readonly AtWork[]): Promise<Measured> {
  return measure({
    ...timing,
    origin,
    shot: (connection) => {
      const { attestation = "", cookie = "" } = atWork[connection % atWork.length] ?? {};
      return { method: "GET", path: `/attest/${attestation}/E1`, headers: { cookie } };
    },
    accepts: (status) => status === 200,
  });
}

/** Empty pages a second by the same server, asked for in the same way. */
export function emptyPages(origin: string): Promise<Measured> {
  return measure({
    ...timing,
    origin,
    shot: () => ({ method: "GET", path: "/empty", headers: {} }),
    accepts: (status) => status === 200,
  });
}
