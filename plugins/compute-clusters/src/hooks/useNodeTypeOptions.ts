import {
  formatCpu,
  formatMemory,
  formatMoney,
  type NodeType,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from './useTexts';

/** A node type as an option: its name, and below it description, size and price. */
export function useNodeTypeOptions() {
  const t = useTexts();
  return ({ name, description, cpu, memory, price }: NodeType) => {
    const size = `${formatCpu(cpu)}, ${formatMemory(memory)}`;
    const cost =
      price &&
      t('form.perHour', { price: formatMoney(price.onDemand, price.currency) });
    const details = [description, size, cost].filter(Boolean).join(' · ');
    return { value: name, label: name, details };
  };
}
