export { formatCpu } from './formatCpu';
export { formatMemory } from './formatMemory';
export { formatMoney } from './formatMoney';
