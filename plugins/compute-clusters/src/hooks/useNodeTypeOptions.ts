import type { NodeType } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from './useFormats';
import { useTexts } from './useTexts';

/** A node type as an option: its name, and below it description, size and price. */
export function useNodeTypeOptions() {
  const t = useTexts();
  const formats = useFormats();
  return ({ name, description, cpu, memory, price }: NodeType) => {
    const size = `${formats.cpu(cpu)}, ${formats.memory(memory)}`;
    const cost =
      price &&
      t('form.perHour', {
        price: formats.money(price.onDemand, price.currency),
      });
    const details = [description, size, cost].filter(Boolean).join(' · ');
    return { value: name, label: name, details };
  };
}
