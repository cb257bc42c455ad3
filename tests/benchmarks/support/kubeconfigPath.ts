/** The file of KUBECONFIG, without which these benchmarks cannot run. */
export function kubeconfigPath(): string {
  const path = process.env.KUBECONFIG;
  if (!path) {
    throw new Error('Set KUBECONFIG: `../shared/kubernetes/kit up` prints it');
  }
  return path;
}
