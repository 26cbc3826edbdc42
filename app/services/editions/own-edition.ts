/** What the ids of an organisation's own editions begin with: no edition that comes with the program does. */
export const ownPrefix = "own-";

export function isOwnEdition(id: string): boolean {
  return id.startsWith(ownPrefix);
}
