/**
 * How far a point lies outside a shape, below 0 inside. The picture is 1 wide; `tall` is its height; y grows downwards.
 */
export type Shape = (x: number, y: number) => number

export const disc =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius

export const ring =
  (cx: number, cy: number, radius: number, width: number): Shape =>
  (x, y) =>
    Math.abs(Math.hypot(x - cx, y - cy) - radius) - width / 2

/** One shape where the other is not. */
export const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -hole(x, y))

/** Where both are. */
export const within =
  (shape: Shape, frame: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), frame(x, y))

/** Everything below a line that passes through a point, rising to the right by `slope`. */
export const ground =
  (cx: number, cy: number, slope = 0): Shape =>
  (x, y) =>
    (cy - slope * (x - cx) - y) / Math.hypot(1, slope)

/** A mountain with its summit at a point. */
export const peak = (cx: number, cy: number, slope: number): Shape =>
  within(ground(cx, cy, slope), ground(cx, cy, -slope))

/** Bands that lie across the picture, repeating. */
export const bands =
  (angle: number, period: number, width: number): Shape =>
  (x, y) => {
    const along = x * Math.sin(angle) + y * Math.cos(angle)
    const place = along - period * Math.round(along / period)
    return Math.abs(place) - width / 2
  }
