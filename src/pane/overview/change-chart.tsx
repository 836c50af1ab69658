import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Language } from '../../forms/language.ts';
import { usePane } from '../pane-context.ts';
import { Bar } from './bar.tsx';
import { valueText, type ShownFigure } from './figures.ts';

const useStyles = makeStyles({
  chart: { margin: 0 },
  caption: {
    display: 'flex',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalXXS,
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  rows: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr minmax(56px, max-content)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  row: { display: 'contents' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

interface ChangeChartProps {
  readonly figure: ShownFigure & { readonly kind: 'change' };
  readonly language: Language;
}

/** What there was before a change and is after it: two bars on one scale. */
export function ChangeChart({ figure, language }: ChangeChartProps): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const { key, label, unit, before, after, change, skipped } = figure;
  const most = Math.max(before, after, 1e-6);
  const said =
    change === 0 ? t('figure-same') : `${change > 0 ? '+' : '−'}${valueText(Math.abs(change), unit, language)}`;
  const rows = [
    { name: t('figure-before'), value: before, isWeak: true },
    { name: t('figure-after'), value: after, isWeak: false },
  ];
  return (
    <figure className={styles.chart} data-figure={key}>
      <figcaption className={styles.caption}>
        <span className={styles.label}>{label[language]}</span>
        <span className={styles.small}>{said}</span>
      </figcaption>
      <ul className={styles.rows}>
        {rows.map(({ name, value, isWeak }) => (
          <li key={name} className={styles.row}>
            <span>{name}</span>
            <Bar share={value / most} isWeak={isWeak} />
            <span className={styles.number}>{valueText(value, unit, language)}</span>
          </li>
        ))}
      </ul>
      {skipped > 0 && <div className={styles.small}>{t('figure-skipped', { count: skipped })}</div>}
    </figure>
  );
}
