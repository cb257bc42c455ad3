import { ConflictError } from '@backstage/errors';
import {
  KubernetesSimulatorExtensionPoint,
  KubernetesSimulatorProvider,
  NamespaceMapping,
  NamespaceMappingsExtensionPoint,
} from '@compute-clusters/backstage-plugin-compute-clusters-node';

/** What modules add to this plugin. */
export class Extensions
  implements KubernetesSimulatorExtensionPoint, NamespaceMappingsExtensionPoint
{
  static create(): Extensions {
    return new Extensions();
  }

  readonly namespaceMappings: NamespaceMapping[] = [];
  private provider: KubernetesSimulatorProvider | undefined;

  private constructor() {}

  /** Who serves the Kubernetes clusters that are configured with `simulator: true`. */
  get simulator(): KubernetesSimulatorProvider | undefined {
    return this.provider;
  }

  setSimulator(simulator: KubernetesSimulatorProvider): void {
    if (this.provider) {
      throw new ConflictError(
        'The simulator is set already; only one module may set it',
      );
    }
    this.provider = simulator;
  }

  addNamespaceMapping(mapping: NamespaceMapping): void {
    this.namespaceMappings.push(mapping);
  }
}
