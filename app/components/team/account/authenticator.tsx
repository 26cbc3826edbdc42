import { CopyButton } from "#app/components/team/forms/copy-button";
import { useTexts } from "#app/i18n/texts/use-texts";

export type AuthenticatorSetting = { readonly squares: readonly (readonly boolean[])[]; readonly secret: string };

/** Quiet squares round the picture, without which no camera finds it. */
const border = 4;

/** What an authenticator is told: a picture for its camera, and the key to type. Dark on white in both schemes, for cameras. */
export function Authenticator({ setting: { squares, secret } }: { setting: AuthenticatorSetting }) {
  const t = useTexts("team");
  const size = squares.length + 2 * border;
  const dark = squares.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + border} ${y + border}h1v1h-1z`] : [])),
  );
  return (
    <div className="authenticator">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("second.picture")} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#ffffff" />
        <path d={dark.join("")} fill="#000000" />
      </svg>
      <p>
        {t("second.key")}: <span className="mono">{secret}</span> <CopyButton text={secret} what={t("second.key")} />
      </p>
    </div>
  );
}
