import Typography from '@material-ui/core/Typography';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import { useNodeTypes } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { nextNodeType } from './nextNodeType';

/** Which node type has more memory than the one that the driver had. */
export function MemoryAdvice({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const { memory } = useFormats();
  const nodeTypes = useNodeTypes().data ?? [];
  const { nodeType } = cluster.spec.driver;
  const current = nodeTypes.find(({ name }) => name === nodeType);
  if (!current) return null;
  const next = nextNodeType(nodeTypes, nodeType);
  const has = { nodeType, memory: memory(current.memory) };
  return (
    <Typography variant="body1" gutterBottom>
      {next
        ? t('failure.tryNext', {
            ...has,
            next: next.name,
            nextMemory: memory(next.memory),
          })
        : t('failure.isLargest', has)}
    </Typography>
  );
}
