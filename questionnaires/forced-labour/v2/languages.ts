import en from "./texts/en.json" with { type: "json" };
import ar2 from "./texts-2/ar.json" with { type: "json" };
import bn2 from "./texts-2/bn.json" with { type: "json" };
import de2 from "./texts-2/de.json" with { type: "json" };
import en2 from "./texts-2/en.json" with { type: "json" };
import es2 from "./texts-2/es.json" with { type: "json" };
import fr2 from "./texts-2/fr.json" with { type: "json" };
import id2 from "./texts-2/id.json" with { type: "json" };
import ja2 from "./texts-2/ja.json" with { type: "json" };
import ko2 from "./texts-2/ko.json" with { type: "json" };
import ptBR2 from "./texts-2/pt-BR.json" with { type: "json" };
import ru2 from "./texts-2/ru.json" with { type: "json" };
import th2 from "./texts-2/th.json" with { type: "json" };
import tr2 from "./texts-2/tr.json" with { type: "json" };
import vi2 from "./texts-2/vi.json" with { type: "json" };
import zhHans2 from "./texts-2/zh-Hans.json" with { type: "json" };
import zhHant2 from "./texts-2/zh-Hant.json" with { type: "json" };

/**
 * The texts of this version, one file a language and revision. A file that is not listed here is not used. The first revision is
 * English; the second one has the other languages, the names of listed goods, and what English says otherwise since.
 */
export const languages: readonly unknown[] = [
  en,
  en2,
  zhHans2,
  zhHant2,
  ko2,
  ja2,
  ru2,
  vi2,
  th2,
  id2,
  bn2,
  tr2,
  ar2,
  es2,
  ptBR2,
  fr2,
  de2,
];
