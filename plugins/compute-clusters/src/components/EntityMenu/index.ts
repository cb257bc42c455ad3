export { LazyTerminateDialog } from './LazyTerminateDialog';
export { useEntityCommands } from './useEntityCommands';
