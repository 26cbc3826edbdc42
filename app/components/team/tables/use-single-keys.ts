import { useEffect, useState } from "react";

const kept = "single-keys";

/** Said within a page when single keys are turned on or off. */
const changed = "single-keys-changed";

export const areSingleKeysOn = () => window.localStorage.getItem(kept) !== "off";

/**
 * Whether single keys do something on pages of the team, kept in the browser, and what turns them on and off (WCAG 2.1.4).
 * Undefined until a script runs: without one there are no keys.
 */
export function useSingleKeys(): readonly [boolean | undefined, (isOn: boolean) => void] {
  const [isOn, setOn] = useState<boolean>();
  useEffect(() => {
    const read = () => setOn(areSingleKeysOn());
    read();
    window.addEventListener(changed, read);
    return () => window.removeEventListener(changed, read);
  }, []);
  return [
    isOn,
    (next) => {
      window.localStorage.setItem(kept, next ? "on" : "off");
      window.dispatchEvent(new Event(changed));
    },
  ];
}
