import { createDevApp } from '@backstage/frontend-dev-utils';
import computeClustersPlugin from '../src';

createDevApp({ features: [computeClustersPlugin] });
