import { Button, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { fixable } from './list-rows.ts';
import { usePane } from '../pane-context.ts';
import { SeverityMark } from './severity-mark.tsx';
import type { Checked, Grouping, Shown } from '../state.ts';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  filter: { minWidth: 0, flexGrow: 1, paddingLeft: '6px', paddingRight: '6px' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, width: '100%' },
  count: { marginLeft: '4px', fontVariantNumeric: 'tabular-nums' },
  grouping: { minWidth: '104px' },
});

const KINDS: readonly Shown[] = ['error', 'warning', 'info', 'ignored'];

/** Counts that filter, the order of the list, and the fixing of all. */
export function ListTools({ checked }: { readonly checked: Checked }): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const mendable = useMemo(() => fixable(checked.findings), [checked.findings]);
  return (
    <div className={styles.tools}>
      <div className={styles.filters} role="group" aria-label={t('filter-label')}>
        {KINDS.filter((kind) => kind !== 'ignored' || checked.counts.ignored > 0).map((kind) => (
          <ToggleButton
            key={kind}
            className={styles.filter}
            size="small"
            checked={state.shown.has(kind)}
            data-count={kind}
            aria-label={t('filter-count', { severity: t(kind), count: checked.counts[kind] })}
            icon={<SeverityMark kind={kind} />}
            onClick={() => controller.toggle(kind)}
          >
            {t(kind)} <span className={styles.count}>{checked.counts[kind]}</span>
          </ToggleButton>
        ))}
      </div>
      <Select
        className={styles.grouping}
        size="small"
        aria-label={t('group-by')}
        value={state.grouping}
        onChange={(_, { value }) => controller.group(value as Grouping)}
      >
        <option value="cell">{t('by-cell')}</option>
        <option value="rule">{t('by-rule')}</option>
      </Select>
      {mendable.length > 0 && (
        <Button size="small" disabled={state.busy} onClick={() => void controller.previewFixes(mendable)}>
          {t('fix-all', { count: mendable.length })}
        </Button>
      )}
    </div>
  );
}
