import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { fixable, type Group } from './list-rows.ts';
import { usePane } from '../pane-context.ts';
import { checkedOf } from '../state.ts';

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    boxSizing: 'border-box',
    padding: `2px ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, flexShrink: 1, overflowWrap: 'anywhere' },
  rest: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  count: { flexShrink: 0 },
});

interface GroupHeadingProps {
  readonly group: Group;
  readonly index: number;
  readonly count: number;
}

/** The heading of one cell's or one rule's findings; those of a rule can be fixed together. */
export function GroupHeading({ group, index, count }: GroupHeadingProps): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const mendable = group.by === 'rule' ? fixable(group.findings) : [];
  const name =
    group.by === 'cell'
      ? (group.name ?? t('whole-sheet'))
      : (checkedOf(state)?.rules[group.name ?? ''] ?? group.name ?? '');
  const rest =
    group.by === 'cell'
      ? [group.field, group.sheet].filter((part) => part !== null).join(' · ')
      : t('rule-count', { count: group.findings.length });
  return (
    <div className={styles.heading} role="listitem" aria-setsize={count} aria-posinset={index + 1}>
      <span className={styles.name}>{name}</span>
      <span className={mergeClasses(styles.rest, group.by === 'rule' && styles.count)}>{rest}</span>
      {mendable.length > 1 && (
        <Button
          size="small"
          disabled={state.busy}
          title={t('fix-all-of', { count: mendable.length })}
          onClick={() => void controller.previewFixes(mendable)}
        >
          {t('fix-all', { count: mendable.length })}
        </Button>
      )}
    </div>
  );
}
