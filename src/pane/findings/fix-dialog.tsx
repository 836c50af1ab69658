import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useState, type ReactElement } from 'react';
import type { PlannedChange } from '../check-calls.ts';
import { usePane } from '../pane-context.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  note: { margin: 0 },
  table: { maxHeight: '50vh', minHeight: '80px', overflow: 'auto', border: `1px solid ${tokens.colorNeutralStroke2}` },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(64px, 0.5fr) 1fr 1fr',
    width: '100%',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  moved: { position: 'absolute', top: 0, left: 0 },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: { padding: '4px 8px', overflowWrap: 'anywhere', minWidth: 0 },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
});

/** Every change that fixes would make, before they are made. */
export function FixDialog(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  // It closes by itself, for it hides the rest of the page from screen readers while it is open.
  const changes = state.dialog?.kind === 'fixes' ? state.dialog.plan.changes : [];
  return (
    <Dialog open={state.dialog?.kind === 'fixes'} onOpenChange={() => controller.closeDialog()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('fix-preview', { count: changes.length })}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.note}>{t('fix-preview.note')}</p>
            <ChangeTable changes={changes} />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void controller.applyFixes()}>
              {t('fix-apply', { count: changes.length })}
            </Button>
            <Button onClick={() => controller.closeDialog()}>{t('cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function ChangeTable({ changes }: { readonly changes: readonly PlannedChange[] }): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtual = useVirtualizer({
    count: changes.length,
    getScrollElement: () => scroller,
    estimateSize: () => 30,
    overscan: 10,
  });
  return (
    <div ref={setScroller} className={styles.table} role="table" aria-rowcount={changes.length + 1} tabIndex={0}>
      <div className={`${styles.row} ${styles.head}`} role="row" aria-rowindex={1}>
        <span className={styles.cell} role="columnheader">
          {t('change-cell')}
        </span>
        <span className={styles.cell} role="columnheader">
          {t('change-before')}
        </span>
        <span className={styles.cell} role="columnheader">
          {t('change-after')}
        </span>
      </div>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="rowgroup">
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const change = changes[index];
          if (!change) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-change={change.cell}
              className={`${styles.row} ${styles.moved}`}
              style={{ transform: `translateY(${String(start)}px)` }}
              role="row"
              aria-rowindex={index + 2}
            >
              <span className={styles.cell} role="cell">
                {change.cell}
              </span>
              <span className={`${styles.cell} ${styles.before}`} role="cell">
                {change.before === '' ? t('blank') : change.before}
              </span>
              <span className={styles.cell} role="cell">
                {change.after === '' ? t('blank') : change.after}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
