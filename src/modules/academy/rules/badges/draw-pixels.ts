import { edgeAt, RING, TICK } from "./seal-shape.ts";

type Point = readonly [number, number];

/** Distance of a point from a straight piece of line. */
function fromSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const fromTick = (point: Point): number => {
  const [a, b, c] = TICK.corners;
  return Math.min(fromSegment(point, a, b), fromSegment(point, b, c)) - TICK.width / 2;
};

/** How much of a pixel is inside, by its middle's distance from the edge: edges look smooth. */
const covered = (distance: number, side: number): number => Math.max(0, Math.min(1, 0.5 - distance * side));

const channels = (colour: string): Point3 => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];
type Point3 = readonly [number, number, number];

/** Draws the picture of a badge as rows of RGBA bytes. `colour` is `#rrggbb`. */
export function drawBadgePixels(colour: string, side: number): Uint8Array {
  const pixels = new Uint8Array(side * side * 4);
  const paint = channels(colour);
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const point: Point = [(column + 0.5) / side - 0.5, (row + 0.5) / side - 0.5];
      const radius = Math.hypot(...point);
      const seal = covered(radius - edgeAt(Math.atan2(point[1], point[0])), side);
      const ring = covered(Math.abs(radius - RING.radius) - RING.width / 2, side);
      const white = Math.max(ring, covered(fromTick(point), side));
      const offset = (row * side + column) * 4;
      for (const [channel, value] of paint.entries())
        pixels[offset + channel] = Math.round(value + (255 - value) * white);
      pixels[offset + 3] = Math.round(seal * 255);
    }
  return pixels;
}
