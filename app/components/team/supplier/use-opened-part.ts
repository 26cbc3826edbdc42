import { useEffect } from "react";

/** Opens the parts that hold what an address points at, for browsers that do not do so by themselves. */
export function useOpenedPart(): void {
  useEffect(() => {
    const open = () => {
      const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
      for (let part = target?.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
      target?.scrollIntoView();
    };
    if (window.location.hash !== "") open();
    window.addEventListener("hashchange", open);
    return () => window.removeEventListener("hashchange", open);
  }, []);
}
