import { edgeAt, RING, TICK } from "./seal-shape.ts";

const SIDE = 400;
const STEPS = 240;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const at = (part: number): string => ((part + 0.5) * SIDE).toFixed(1);

function edgePath(): string {
  const points = Array.from({ length: STEPS }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI;
    return `${at(edgeAt(angle) * Math.cos(angle))} ${at(edgeAt(angle) * Math.sin(angle))}`;
  });
  return `M${points.join("L")}Z`;
}

/** Draws the picture of a badge. `colour` is `#rrggbb`; `title` says what it is to who cannot see it. */
export function drawBadgeSvg({ title, colour }: { title: string; colour: string }): string {
  const tick = TICK.corners.map(([x, y]) => `${at(x)} ${at(y)}`).join("L");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    `<path d="${edgePath()}" fill="${escape(colour)}"/>`,
    `<circle cx="${SIDE / 2}" cy="${SIDE / 2}" r="${RING.radius * SIDE}" fill="none" stroke="#fff" stroke-width="${RING.width * SIDE}"/>`,
    `<path d="M${tick}" fill="none" stroke="#fff" stroke-width="${TICK.width * SIDE}" stroke-linecap="round" stroke-linejoin="round"/>`,
    "</svg>",
  ].join("\n");
}
