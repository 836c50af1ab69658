import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Language } from '../forms/language.ts';
import type { Desk } from './desk.ts';
import type { DraftName } from './draft-store.ts';
import { workbenchText } from './texts.ts';

const useStyles = makeStyles({
  offer: {
    width: '100%',
    maxWidth: '420px',
    maxHeight: '40%',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    textAlign: 'left',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  note: {
    margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  draft: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  time: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface DraftOfferProps {
  readonly desk: Desk;
  readonly drafts: readonly DraftName[];
  readonly language: Language;
}

/** What was not saved when the page went away last: to go on with, or to delete. */
export function DraftOffer({ desk, drafts, language }: DraftOfferProps): ReactElement | null {
  const styles = useStyles();
  if (drafts.length === 0) return null;
  return (
    <section className={styles.offer} aria-label={workbenchText(language, 'drafts')}>
      <h2 className={styles.title}>{workbenchText(language, 'drafts')}</h2>
      <p className={styles.note}>{workbenchText(language, 'drafts.note')}</p>
      <ul className={styles.list}>
        {drafts.map(({ id, name, keptAt }) => (
          <li key={id} className={styles.draft} data-draft={name}>
            <span className={styles.name}>
              {name}
              <span className={styles.time}>{timeText(new Date(keptAt))}</span>
            </span>
            <Button
              size="small"
              appearance="primary"
              aria-label={workbenchText(language, 'restore-draft', { name })}
              onClick={() => void desk.restore(id)}
            >
              {workbenchText(language, 'restore')}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => void desk.deleteDrafts()}>
        {workbenchText(language, 'delete-drafts')}
      </Button>
    </section>
  );
}

/** The date and time of this computer, as people write it in either language. */
function timeText(time: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
