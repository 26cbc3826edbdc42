/** The first that fits names it: most browsers name others too. */
const browsers: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Edg(?:e|A|iOS)?\/(\d+)/, "Edge"],
  [/OPR\/(\d+)/, "Opera"],
  [/(?:Firefox|FxiOS)\/(\d+)/, "Firefox"],
  [/(?:Chrome|CriOS)\/(\d+)/, "Chrome"],
  [/Version\/(\d+)[^ ]* .*Safari\//, "Safari"],
];

const systems: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** What a program calls itself, in few words: "Firefox 131, Windows". One that is not known says what it says, shortened. */
export function agentWords(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined;
  const [pattern, browser] = browsers.find(([one]) => one.test(agent)) ?? [];
  if (!pattern) return agent.slice(0, 60);
  const system = systems.find(([one]) => one.test(agent))?.[1];
  const name = `${browser} ${pattern.exec(agent)?.[1]}`;
  return system ? `${name}, ${system}` : name;
}
