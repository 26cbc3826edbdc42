import { hash, verify } from "@node-rs/argon2";
import type { Passwords } from "#app/services/context/contexts";

/** argon2id, 19 MiB, two passes: the first choice of the OWASP password storage advice (2024). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwords: Passwords = {
  hash: (password) => hash(password, cost),
  // What is no hash is nobody's password.
  verify: (stored, password) => verify(stored, password).catch(() => false),
};
