export function writePlanMarkdown(): string {
  return "";
}
