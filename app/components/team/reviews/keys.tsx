import { useEffect } from "react";
import { useSingleKeys } from "#app/components/team/tables/use-single-keys";
import { useTexts } from "#app/i18n/texts/use-texts";

const shown = [
  { keys: ["j", "k"], name: "item" },
  { keys: ["n", "p"], name: "answer" },
  { keys: ["[", "]"], name: "file" },
  { keys: ["a"], name: "accept" },
  { keys: ["r"], name: "refuse" },
  { keys: ["t"], name: "return" },
  { keys: ["l"], name: "lift" },
] as const;

/** Whether what has the focus takes letters itself. */
function takesLetters(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/**
 * Single keys follow the links of the page that carry them as `data-key`, so that whatever a key does a link does too. They can
 * be turned off (WCAG 2.1.4); without script there are none.
 */
export function Keys() {
  const t = useTexts("reviews");
  const [isOn, setOn] = useSingleKeys();

  useEffect(() => {
    if (!isOn) return;
    const follow = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesLetters(event.target)) return;
      const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${CSS.escape(event.key)}"]`);
      if (!link) return;
      event.preventDefault();
      link.click();
    };
    document.addEventListener("keydown", follow);
    return () => document.removeEventListener("keydown", follow);
  }, [isOn]);

  if (isOn === undefined) return null;
  return (
    <section className="keybar" aria-label={t("keys.label")}>
      {shown.map(({ keys, name }) => (
        <span key={name}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {t(`keys.${name}`)}
        </span>
      ))}
      <label>
        <input type="checkbox" checked={isOn} onChange={({ currentTarget: { checked } }) => setOn(checked)} />{" "}
        {t("keys.on")} <span className="dim">{t("keys.onHint")}</span>
      </label>
    </section>
  );
}
