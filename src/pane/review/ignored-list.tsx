import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ListedFinding } from '../check-calls.ts';
import { SeverityMark } from '../findings/severity-mark.tsx';
import { usePane } from '../pane-context.ts';

const useStyles = makeStyles({
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  reason: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  go: { flexShrink: 0, minWidth: 0, alignSelf: 'flex-start', color: tokens.colorBrandForegroundLink },
});

/** So many are shown here; the list of findings has them all. */
const MOST_SHOWN = 100;

/** What the sender ignores, and why. */
export function IgnoredList({ ignored }: { readonly ignored: readonly ListedFinding[] }): ReactElement {
  const styles = useStyles();
  const { controller, t } = usePane();
  if (ignored.length === 0) return <p className={styles.none}>{t('ignored-none')}</p>;
  const rest = ignored.length - MOST_SHOWN;
  return (
    <>
      <ul className={styles.list}>
        {ignored.slice(0, MOST_SHOWN).map((finding) => {
          const { id, cell, severity, message, ignored: reason } = finding;
          const where = cell ?? t('whole-sheet');
          return (
            <li key={id} className={styles.item} data-ignored-cell={cell ?? ''}>
              <SeverityMark kind={severity} />
              <div className={styles.words}>
                <strong>{where}</strong> {message}
                <div className={styles.reason}>{t('ignored-reason', { reason: reason ?? '' })}</div>
              </div>
              <Button
                className={styles.go}
                size="small"
                appearance="subtle"
                aria-label={t('locate-cell', { cell: where })}
                onClick={() => void controller.reveal(finding)}
              >
                {t('locate')}
              </Button>
            </li>
          );
        })}
      </ul>
      {rest > 0 && <p className={styles.none}>{t('ignored-more', { count: rest })}</p>}
    </>
  );
}
