import type { Pod } from '../../objects/Pod';

/** Ways in which a pod fails on purpose. */
export type Simulation =
  | 'crash'
  | 'deep-crash'
  | 'oom'
  | 'image-error'
  | 'stuck';

const SIMULATIONS: readonly string[] = [
  'crash',
  'deep-crash',
  'oom',
  'image-error',
  'stuck',
];

function isSimulation(text: string | undefined): text is Simulation {
  return text !== undefined && SIMULATIONS.includes(text);
}

/**
 * How a pod is to fail: by the annotation `simulate`, or by a variable SIMULATE of its first container, which people can
 * set who do not write pods themselves.
 */
export function simulationOf(pod: Pod): Simulation | undefined {
  const annotation = pod.metadata.annotations?.simulate;
  if (isSimulation(annotation)) return annotation;
  const variable = pod.spec.containers[0]?.env?.find(
    ({ name }) => name === 'SIMULATE',
  );
  return isSimulation(variable?.value) ? variable.value : undefined;
}
