export { databaseServiceFactoryWithWriteAheadLog as default } from './databaseServiceFactoryWithWriteAheadLog';
