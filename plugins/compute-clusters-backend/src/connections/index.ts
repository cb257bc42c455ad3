export { callerRefOf } from './callerRefOf';
export { ClusterConnections } from './ClusterConnections';
export { ConnectTokenRotation } from './ConnectTokenRotation';
