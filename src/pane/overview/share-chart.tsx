import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Language } from '../../forms/language.ts';
import { usePane } from '../pane-context.ts';
import { Bar } from './bar.tsx';
import { percentText, valueText, type ShownFigure } from './figures.ts';

const useStyles = makeStyles({
  chart: { margin: 0 },
  caption: {
    display: 'flex',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalXS,
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  parts: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
  },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  number: { flexShrink: 0, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  share: { color: tokens.colorNeutralForeground2 },
});

interface ShareChartProps {
  readonly figure: ShownFigure & { readonly kind: 'shares' };
  readonly language: Language;
}

/** What something is made of: a bar for each part, with its number and share. */
export function ShareChart({ figure, language }: ShareChartProps): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const { key, label, unit, whole, parts, others, skipped } = figure;
  const rest = others > 0 ? [{ name: t('share-others'), value: others, share: others / whole }] : [];
  return (
    <figure className={styles.chart} data-figure={key}>
      <figcaption className={styles.caption}>
        <span className={styles.label}>{label[language]}</span>
        <span className={styles.small}>{t('share-of', { whole: valueText(whole, unit, language) })}</span>
      </figcaption>
      <ul className={styles.parts}>
        {[...parts, ...rest].map(({ name, value, share }) => (
          <li key={name} data-part={name}>
            <div className={styles.line}>
              <span className={styles.name}>{name}</span>
              <span className={styles.number}>
                {valueText(value, unit, language)} <span className={styles.share}>{percentText(share)}</span>
              </span>
            </div>
            <Bar share={share} />
          </li>
        ))}
      </ul>
      {skipped > 0 && <div className={styles.small}>{t('figure-skipped', { count: skipped })}</div>}
    </figure>
  );
}
