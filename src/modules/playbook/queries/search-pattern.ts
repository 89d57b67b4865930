/** A search text as a LIKE pattern that finds it anywhere and takes its signs literally. */
export const searchPattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
