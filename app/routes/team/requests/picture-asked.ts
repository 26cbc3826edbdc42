import { Problem } from "#app/domain/problem";
import { type PictureAsked, readPictureAsked } from "#app/services/team/suppliers/pictures/picture-asked";
import { pictureKinds } from "#app/views/team/map/pictures";

/** The picture that an address names. @throws Problem "not-found" for one that there is not */
export function pictureAsked(params: Readonly<Record<string, string | undefined>>, request: Request): PictureAsked {
  const kind = pictureKinds.find((one) => one === params.picture);
  if (kind === undefined) throw new Problem("not-found");
  return { kind, ...readPictureAsked(new URL(request.url).searchParams) };
}
