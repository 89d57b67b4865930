const WORDS: Record<string, string> = {
  bank_transfer: "Bank transfer",
  manual: "By hand",
  stripe: "Card",
  sandbox: "Sandbox",
};

/** How something was paid, in the words of the list of payments; a provider nobody named shows its key. */
export const providerWord = (key: string): string => WORDS[key] ?? key;
