import { useRef } from "react";
import { useSingleKeys } from "#app/components/team/tables/use-single-keys";
import { useTexts } from "#app/i18n/texts/use-texts";
import { useHelpKey } from "./use-row-keys";

const all = [
  { keys: ["/"], name: "find" },
  { keys: ["j", "↓"], name: "next" },
  { keys: ["k", "↑"], name: "previous" },
  { keys: ["x"], name: "pick" },
  { keys: ["Enter"], name: "enter" },
  { keys: ["?"], name: "help" },
] as const;

/** The keys that work in the table, the ones used most at its foot and all of them in a dialog. Without script there are none. */
export function TableKeys() {
  const t = useTexts("table");
  const words = useTexts("ratings");
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setOn] = useSingleKeys();
  const open = () => dialog.current?.showModal();
  useHelpKey(open);
  if (isOn === undefined) return null;
  return (
    <span className="keys">
      <span>
        <kbd>/</kbd> {words("suppliers.keys.find")}
      </span>
      <span>
        <kbd>j</kbd> <kbd>k</kbd> {words("suppliers.keys.move")}
      </span>
      <span>
        <kbd>x</kbd> {words("suppliers.keys.tick")}
      </span>
      <span>
        <kbd>Enter</kbd> {words("suppliers.keys.open")}
      </span>
      <button type="button" className="button-plain" onClick={open}>
        <kbd>?</kbd> {t("keys.open")}
      </button>
      <dialog ref={dialog} className="key-dialog" aria-labelledby="keys-title">
        <h2 id="keys-title">{t("keys.title")}</h2>
        <dl>
          {all.map(({ keys, name }) => (
            <div key={name}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(`keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input type="checkbox" checked={isOn} onChange={({ currentTarget: { checked } }) => setOn(checked)} />{" "}
          {t("keys.on")} <span className="dim">{t("keys.onHint")}</span>
        </label>
        <form method="dialog">
          <button type="submit" className="button button-second">
            {t("keys.close")}
          </button>
        </form>
      </dialog>
    </span>
  );
}
