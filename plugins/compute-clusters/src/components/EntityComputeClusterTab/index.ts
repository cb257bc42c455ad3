export { loadTab, type TabName } from './loadTab';
