import type { NodeType } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ComputeClustersProvider } from '../components/common/ComputeClustersProvider';
import { useNodeTypeOptions } from '../hooks/useNodeTypeOptions';
import { useNodeTypes } from '../hooks/useReferenceData';
import { useTexts } from '../hooks/useTexts';
import type { nodeTypeSchema } from './fieldSchemas';
import { TemplateChoice } from './TemplateChoice';

type Props = typeof nodeTypeSchema.TProps;

const SERVES = {
  driver: (type: NodeType) => type.forDriver,
  executor: (type: NodeType) => type.forExecutor,
};

/** `ui:field: ComputeClusterNodeType`: a size for drivers or executors, with its price. */
export function NodeTypeChoice(props: Props) {
  return (
    <ComputeClustersProvider>
      <NodeTypes {...props} />
    </ComputeClustersProvider>
  );
}

function NodeTypes(props: Props) {
  const t = useTexts();
  const option = useNodeTypeOptions();
  const { data, error } = useNodeTypes();
  const use = props.uiSchema['ui:options']?.for;
  const offered = use ? data?.filter(SERVES[use]) : data;
  return (
    <TemplateChoice
      field={props}
      label={t('template.nodeType')}
      options={offered?.map(option)}
      error={error}
    />
  );
}
