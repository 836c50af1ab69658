import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FormOnSheet } from '../check-calls.ts';
import { usePane } from '../pane-context.ts';
import { ChangeChart } from './change-chart.tsx';
import { percentText, shownFigures, withUnit, type ShownFigure } from './figures.ts';
import { Section } from './section.tsx';
import { ShareChart } from './share-chart.tsx';

/** Whether a card needs the room of two: Chinese characters are about twice as wide as others. */
function isWide(label: string, value: string): boolean {
  const width = (text: string): number => text.length + (text.match(/[\u2E80-\uFFFF]/g)?.length ?? 0);
  return width(label) > 10 || width(value) > 7;
}

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(86px, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  card: {
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  /** A long number takes the place of two. */
  wide: { gridColumnEnd: 'span 2' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: {
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXS,
  },
  number: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The figures of a checked form: numbers as cards, shares and changes as pictures. */
export function FigureSection({ form }: { readonly form: FormOnSheet }): ReactElement {
  const styles = useStyles();
  const { state, t } = usePane();
  const shown = shownFigures(form.figures);
  const numbers = shown.filter((figure) => figure.kind === 'number');
  return (
    <Section title={t('figures')}>
      {shown.length === 0 && (
        <p className={styles.note}>{t(form.countsFigures ? 'figures-not-told' : 'figures-none-of-form')}</p>
      )}
      {numbers.length > 0 && (
        <dl className={styles.cards}>
          {numbers.map((figure) => (
            <Card key={figure.key} figure={figure} />
          ))}
        </dl>
      )}
      {shown.map((figure) => {
        if (figure.kind === 'shares') return <ShareChart key={figure.key} figure={figure} language={state.language} />;
        if (figure.kind === 'change') return <ChangeChart key={figure.key} figure={figure} language={state.language} />;
        return null;
      })}
    </Section>
  );
}

function Card({ figure }: { readonly figure: ShownFigure & { readonly kind: 'number' } }): ReactElement {
  const styles = useStyles();
  const { state, t } = usePane();
  const { key, label, value, unit, percent, skipped } = figure;
  const said = percent ? { number: percentText(value), unit: '' } : withUnit(value, unit, state.language);
  return (
    <div
      className={mergeClasses(styles.card, isWide(label[state.language], said.number + said.unit) && styles.wide)}
      data-figure={key}
    >
      <dt className={styles.label}>{label[state.language]}</dt>
      <dd className={styles.value}>
        <span className={styles.number}>{said.number}</span>
        {said.unit !== '' && <span className={styles.small}>{said.unit}</span>}
      </dd>
      {skipped > 0 && (
        <dd className={styles.value}>
          <span className={styles.small}>{t('figure-skipped', { count: skipped })}</span>
        </dd>
      )}
    </div>
  );
}
