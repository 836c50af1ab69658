import type { ReactElement } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { usePane } from '../pane-context.ts';

export function Overview(): ReactElement {
  const { t } = usePane();
  return <EmptyState title={t('overview-none')} next={t('overview-none.next')} />;
}
