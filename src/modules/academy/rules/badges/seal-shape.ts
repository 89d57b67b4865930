/*
 * The picture of a badge: a seal with a ring and a tick, in the company's colour. Lengths are parts of the picture's side,
 * counted from its middle; the same numbers draw the SVG and the PNG.
 */
const LOBES = 24;
const EDGE = 0.462;
const LOBE = 0.014;

/** Where the edge of the seal is in a direction (radians). */
export const edgeAt = (angle: number): number => EDGE + LOBE * Math.cos(LOBES * angle);

/** The ring inside of the edge: its middle and its width. */
export const RING = { radius: 0.385, width: 0.012 };

/** The tick, as corners of a line, and how thick it is. */
export const TICK = {
  width: 0.062,
  corners: [
    [-0.17, 0.02],
    [-0.05, 0.14],
    [0.18, -0.13],
  ] as const,
};
