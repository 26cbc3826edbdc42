import type { ServiceContext } from "#app/services/context/contexts";

/** The most bytes that the documents of one organisation may have in all. */
export function organisationBytes({ config }: Pick<ServiceContext, "config">): number {
  return config.documentsMaxMb * 1024 * 1024;
}
