/** How a person wants to see the screen; kept in cookies, so that the first paint is already right. */
export interface Preferences {
  theme: "system" | "light" | "dark";
  /** The console's rail: with words, or icons only. */
  rail: "full" | "icons";
}

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Reads the preferences from a `cookie` header; anything unknown is the default. */
export function readPreferences(header: string | null): Preferences {
  const values = new Map(
    (header ?? "").split(";").map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
  const theme = values.get("theme");
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    rail: values.get("rail") === "icons" ? "icons" : "full",
  };
}

/** A `set-cookie` value for one preference; readable by scripts, since it is no secret. */
export function preferenceCookie(name: keyof Preferences, value: string, secure: boolean): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure ? "; Secure" : ""}`;
}
