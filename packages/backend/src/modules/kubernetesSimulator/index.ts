export { computeClustersModuleKubernetesSimulator as default } from './computeClustersModuleKubernetesSimulator';
