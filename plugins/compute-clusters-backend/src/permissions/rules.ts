import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod/v3';
import { computeClusterResourceRef } from './computeClusterResourceRef';

/** Clusters in a namespace that one of these owns. */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow clusters in namespaces that one of the claims owns',
  resourceRef: computeClusterResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs of groups and users, as the ownership of a user'),
  }),
  apply: ({ ownerRef }, { claims }) =>
    ownerRef !== null && lowerCased(claims).includes(ownerRef),
  toQuery: ({ claims }) => ({ owners: lowerCased(claims) }),
});

/** Clusters in one of these Kubernetes namespaces. */
export const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Allow clusters in these Kubernetes namespaces',
  resourceRef: computeClusterResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of Kubernetes namespaces'),
  }),
  apply: ({ namespace }, { namespaces }) => namespaces.includes(namespace),
  toQuery: ({ namespaces }) => ({ namespaceNames: namespaces }),
});

/** Clusters with a tag. */
export const hasTag = createPermissionRule({
  name: 'HAS_TAG',
  description: 'Allow clusters with this tag',
  resourceRef: computeClusterResourceRef,
  paramsSchema: z.object({
    key: z.string().describe('Key of the tag'),
    value: z.string().optional().describe('Its value; any if left out'),
  }),
  apply: ({ spec: { tags } }, { key, value }) =>
    Object.hasOwn(tags, key) && (value === undefined || tags[key] === value),
  toQuery: ({ key, value }) => ({ tag: { key, value } }),
});

/** The rules that a permission policy may put on clusters. */
export const computeClusterRules = { isOwner, inNamespace, hasTag };

const conditionExports = createConditionExports({
  resourceRef: computeClusterResourceRef,
  rules: computeClusterRules,
});

/**
 * Conditions for permission policies: `isOwner`, `inNamespace`, `hasTag`.
 *
 * @public
 */
export const computeClusterConditions = conditionExports.conditions;

/**
 * Makes a conditional decision on compute clusters, for permission policies.
 *
 * @public
 */
export const createComputeClusterConditionalDecision =
  conditionExports.createConditionalDecision;

function lowerCased(refs: string[]): string[] {
  return refs.map(ref => ref.toLocaleLowerCase('en-US'));
}
