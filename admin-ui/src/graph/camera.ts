import type { View } from './draw-graph';
import type { Places } from './use-layout';

const LEAST_SCALE = 0.05;
const MOST_SCALE = 4;
const CLOSEST_FIT = 1.4;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where somebody looks at the picture. Until they move, it follows so that everything stays in view. */
export class Camera {
  view: View = { x: 0, y: 0, scale: 1 };
  #moved = false;

  /** A place on screen in the graph's own measure. */
  at(canvas: HTMLCanvasElement, event: { clientX: number; clientY: number }): Point {
    const box = canvas.getBoundingClientRect();
    const { x, y, scale } = this.view;
    return {
      x: x + (event.clientX - box.left - box.width / 2) / scale,
      y: y + (event.clientY - box.top - box.height / 2) / scale,
    };
  }

  /** Nearer or further, with one point staying where it is. */
  zoom(factor: number, around: Point = this.view): void {
    this.#moved = true;
    const { x, y, scale } = this.view;
    const next = Math.max(LEAST_SCALE, Math.min(MOST_SCALE, scale * factor));
    this.view = {
      x: around.x - ((around.x - x) * scale) / next,
      y: around.y - ((around.y - y) * scale) / next,
      scale: next,
    };
  }

  pan(dx: number, dy: number): void {
    this.#moved = true;
    const { x, y, scale } = this.view;
    this.view = { x: x + dx / scale, y: y + dy / scale, scale };
  }

  /** Stays as it is from now on, although things move. */
  hold(): void {
    this.#moved = true;
  }

  showAll(): void {
    this.#moved = false;
  }

  follow(places: Places, { clientWidth, clientHeight }: HTMLCanvasElement): void {
    if (this.#moved) return;
    let [left, right, top, bottom] = [0, 0, 0, 0];
    for (const { x, y } of places.values()) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    const fit = Math.min(clientWidth / (right - left + 220), clientHeight / (bottom - top + 90));
    const scale = Math.max(LEAST_SCALE, Math.min(CLOSEST_FIT, fit));
    this.view = { x: (left + right) / 2, y: (top + bottom) / 2, scale };
  }
}
