import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context.ts';
import type { ToldProcedure } from './procedure-calls.ts';
import { scalePicture, type PicturedBand, type ScalePicture } from './scale-picture.ts';

const BAR = { top: 30, height: 12 } as const;
const HEIGHT = 66;

const useStyles = makeStyles({
  /** The ends leave room for labels that are centred on them. */
  frame: { padding: '0 4px' },
  picture: { display: 'block', width: '100%', height: `${String(HEIGHT)}px`, overflow: 'visible' },
  band: {
    fill: tokens.colorNeutralBackground5,
    stroke: tokens.colorNeutralStrokeAccessible,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  here: {
    fill: tokens.colorBrandBackground2,
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  stripe: {
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  tick: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  label: {
    fill: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  place: {
    fill: tokens.colorCompoundBrandForeground1,
    '@media (forced-colors: active)': { fill: 'Highlight' },
  },
  placeLabel: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  bands: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
  },
  row: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
  },
  rowHere: {
    borderLeftColor: tokens.colorCompoundBrandStroke,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
  range: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  name: { fontVariantNumeric: 'tabular-nums' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  tag: {
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    fontWeight: tokens.fontWeightSemibold,
    padding: '1px 6px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: '1px solid transparent',
  },
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    listStyleType: 'disc',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  none: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The thresholds of a county as a scale with the project's place on it, and what each range calls for. */
export function ScaleView({ told }: { readonly told: ToldProcedure }): ReactElement {
  const styles = useStyles();
  const { state, t } = usePane();
  const { scale, question } = told;
  if (scale.edges.length === 0) return <p className={styles.none}>{t('scale-none')}</p>;
  const picture = scalePicture(scale, question.total, state.language);
  return (
    <>
      <Picture picture={picture} />
      <ol className={styles.bands} aria-label={t('scale-bands')}>
        {picture.bands.map((band) => (
          <Band key={band.name} band={band} />
        ))}
      </ol>
      <details>
        <summary className={styles.summary}>{t('scale-edges')}</summary>
        <ul className={styles.steps}>
          {scale.edges.flatMap(({ below, above }) => [...below, ...above].map((words) => <li key={words}>{words}</li>))}
        </ul>
      </details>
    </>
  );
}

function Picture({ picture }: { readonly picture: ScalePicture }): ReactElement {
  const styles = useStyles();
  const { edges, bands, place, sentence } = picture;
  const width = 100 / bands.length;
  return (
    <div className={styles.frame}>
      <svg className={styles.picture} role="img" aria-label={sentence} focusable="false" data-scale="">
        <defs>
          <pattern
            id="tianbao-scale-here"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className={styles.stripe} x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        {/* Those of the project last: their outline lies above that of their neighbours. */}
        {[false, true].map((isHere) =>
          bands.map((band, index) =>
            band.isHere !== isHere ? null : (
              <g key={band.name} data-band={index} data-here={isHere ? 'true' : undefined}>
                <BandShape x={index * width} width={width} isHere={isHere} />
              </g>
            ),
          ),
        )}
        {edges.map(({ at, label }) => (
          <g key={at}>
            <line
              className={styles.tick}
              x1={percent(at)}
              x2={percent(at)}
              y1={BAR.top - 4}
              y2={BAR.top + BAR.height + 4}
            />
            <text className={styles.label} x={percent(at)} y={HEIGHT - 6} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {place && (
          <g data-place="">
            <svg x={percent(place.at)} y={BAR.top - 13} overflow="visible">
              <path className={styles.place} d="M -6 0 L 6 0 L 0 10 Z" />
            </svg>
            <text className={styles.placeLabel} x={percent(place.at)} y={12} textAnchor={anchorAt(place.at)}>
              {place.label}
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}

interface BandShapeProps {
  /** In percent of the picture, as is the width. */
  readonly x: number;
  readonly width: number;
  readonly isHere: boolean;
}

function BandShape({ x, width, isHere }: BandShapeProps): ReactElement {
  const styles = useStyles();
  const place = { x: `${String(x)}%`, y: BAR.top, width: `${String(width)}%`, height: BAR.height };
  return (
    <>
      <rect className={mergeClasses(styles.band, isHere && styles.here)} {...place} />
      {isHere && <rect fill="url(#tianbao-scale-here)" {...place} />}
    </>
  );
}

function Band({ band }: { readonly band: PicturedBand }): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const { name, isHere, steps } = band;
  return (
    <li className={mergeClasses(styles.row, isHere && styles.rowHere)} aria-current={isHere ? 'true' : undefined}>
      <div className={styles.range}>
        <span className={mergeClasses(styles.name, isHere && styles.strong)}>{name}</span>
        {isHere && <span className={styles.tag}>{t('scale-here')}</span>}
      </div>
      {steps.length === 0 ? (
        <p className={styles.none}>{t('scale-band-none')}</p>
      ) : (
        <ul className={styles.steps}>
          {steps.map(({ id, step, condition }) => (
            <li key={id}>
              {step}
              {condition !== null && t('scale-if', { condition })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function percent(at: number): string {
  return `${String(at * 100)}%`;
}

/** A label near an end stays within the picture. */
function anchorAt(at: number): 'start' | 'middle' | 'end' {
  if (at < 0.2) return 'start';
  return at > 0.8 ? 'end' : 'middle';
}
