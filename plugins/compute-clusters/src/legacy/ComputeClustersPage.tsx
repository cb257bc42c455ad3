import { Content, Header, Page } from '@backstage/core-components';
import { ComputeClustersRoutes } from '../components/ComputeClustersRoutes';
import { useTexts } from '../hooks/useTexts';

/** The plugin's pages in the frame of the classic frontend system. */
export function ComputeClustersPage() {
  const t = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('plugin.title')} />
      <Content>
        <ComputeClustersRoutes />
      </Content>
    </Page>
  );
}
