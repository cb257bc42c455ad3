import type { KubernetesObject } from '../objects/KubernetesObject';
import type { ResourceType } from '../resources/ResourceType';
import { FieldSelector } from './FieldSelector';
import { LabelSelector } from './LabelSelector';

/** Which objects a list, a watch or a deletecollection is about. */
export class Selection {
  private constructor(
    private readonly namespace: string | undefined,
    private readonly name: string | undefined,
    private readonly labels: LabelSelector,
    private readonly fields: FieldSelector,
  ) {}

  /** @throws StatusError 400 */
  static parse(
    type: ResourceType,
    scope: { namespace?: string; name?: string },
    query: URLSearchParams,
  ): Selection {
    return new Selection(
      scope.namespace,
      scope.name,
      LabelSelector.parse(query.get('labelSelector') ?? undefined),
      FieldSelector.parse(type, query.get('fieldSelector') ?? undefined),
    );
  }

  matches(object: KubernetesObject): boolean {
    const { metadata } = object;
    return (
      (this.namespace === undefined || metadata.namespace === this.namespace) &&
      (this.name === undefined || metadata.name === this.name) &&
      this.labels.matches(metadata.labels) &&
      this.fields.matches(object)
    );
  }
}
