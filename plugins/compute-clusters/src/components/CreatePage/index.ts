export { CreatePage } from './CreatePage';
