// What draws: on axes that stand in a figure, whatever they are called.
import type { Prepared } from './prepared';
import type { World } from './world';

/** True for a name whose value stands in a figure that the notebook gave a name. */
export function isAxes({ shared }: World, name: string): boolean {
  return shared.aroundOf(name).size > 0;
}

/** True for code that draws on axes, each time that it runs. */
export function drawsOnAxes(world: World, { drawings }: Prepared): boolean {
  return drawings.some(({ name }) => isAxes(world, name));
}
