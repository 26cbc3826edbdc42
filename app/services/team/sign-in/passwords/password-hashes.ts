import type { ServiceContext } from "#app/services/context/contexts";
import { normalised, tooLong } from "./password-rules";

/** What is kept of a password that was chosen. */
export function hashPassword({ passwords }: Pick<ServiceContext, "passwords">, password: string): Promise<string> {
  return passwords.hash(normalised(password));
}

/**
 * Whether a password is the one that a hash was made of. Those chosen before passwords were normalised were hashed as some
 * keyboard sent them, so each way in which letters with marks can be sent is tried; for plain letters all are one.
 */
export async function isPassword(
  { passwords }: Pick<ServiceContext, "passwords">,
  { hash, password }: { hash: string; password: string },
): Promise<boolean> {
  if (tooLong(password)) return false;
  for (const form of new Set([normalised(password), password, password.normalize("NFD")])) {
    if (await passwords.verify(hash, form)) return true;
  }
  return false;
}
