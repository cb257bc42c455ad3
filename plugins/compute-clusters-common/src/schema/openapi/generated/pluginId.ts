export const pluginId = 'compute-clusters';
