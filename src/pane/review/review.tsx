import type { ReactElement } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { usePane } from '../pane-context.ts';

export function Review(): ReactElement {
  const { t } = usePane();
  return <EmptyState title={t('review-none')} next={t('review-none.next')} />;
}
