import {
  Button,
  FluentProvider,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  Spinner,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { ArrowRedo16Regular } from '@fluentui/react-icons/svg/arrow-redo';
import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { FolderOpen16Regular } from '@fluentui/react-icons/svg/folder-open';
import { Save16Regular } from '@fluentui/react-icons/svg/save';
import { TableDeleteRow16Regular } from '@fluentui/react-icons/svg/table-delete-row';
import { TableInsertRow16Regular } from '@fluentui/react-icons/svg/table-insert-row';
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent, type ReactElement } from 'react';
import { Pane } from '../pane/pane.tsx';
import { ControllerContext } from '../pane/pane-context.ts';
import type { PaneController } from '../pane/pane-controller.ts';
import type { Desk } from './desk.ts';
import { DraftOffer } from './draft-offer.tsx';
import { unpack, type PackedFile, type PackedFiles } from './packed-files.ts';
import { workbenchText, type WorkbenchTextKey } from './texts.ts';
import { usePrefersDark } from '../pane/prefers-dark.ts';

const NARROW = '@media (max-width: 719px)';

const useStyles = makeStyles({
  page: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground3 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { columnGap: tokens.spacingHorizontalXS, rowGap: tokens.spacingVerticalXS },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
    // There it is the window's title only.
    [NARROW]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  },
  name: {
    flexGrow: 1,
    minWidth: '80px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    [NARROW]: { flexBasis: '100%', fontSize: tokens.fontSizeBase200 },
  },
  noName: { [NARROW]: { display: 'none' } },
  choice: {
    maxWidth: '180px',
    '& select': { width: '100%', minWidth: 0, textOverflow: 'ellipsis' },
    [NARROW]: { flexGrow: 1, flexBasis: '120px', minWidth: 0, maxWidth: 'none' },
  },
  hidden: { display: 'none' },
  turned: { transform: 'scaleY(-1)' },
  message: { flexShrink: 0 },
  tables: { flexGrow: 1, minHeight: 0, display: 'flex' },
  grid: { position: 'relative', flexGrow: 1, minWidth: 0, [NARROW]: { flexBasis: '100%' } },
  sheets: { position: 'absolute', inset: 0 },
  side: {
    width: '400px',
    flexShrink: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { width: '100%', borderLeft: 'none' },
  },
  switch: { display: 'none', [NARROW]: { display: 'inline-flex', marginLeft: 'auto' } },
  away: { [NARROW]: { display: 'none' } },
  empty: {
    position: 'absolute',
    inset: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    padding: tokens.spacingHorizontalL,
  },
  over: { outline: `3px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-3px' },
  emptyTitle: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  emptyNext: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface WorkbenchProps {
  readonly desk: Desk;
  readonly controller: PaneController;
  readonly packed: PackedFiles;
  /** The grid's own element, made before the page. */
  readonly gridElement: HTMLElement;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly focusGrid: () => void;
  readonly insertRows: () => void;
  readonly insertRowsBelow: () => void;
  readonly deleteRows: () => void;
  readonly onDark: (dark: boolean) => void;
}

/** Not a class: dialogs take over those of the provider, and would cover the page. */
const FULL_HEIGHT = { height: '100%' } as const;

const ACCEPTED = '.xlsx,.xlsm,.xltx,.xls,.et,.xlsb,.ods,.csv,.txt';

/** The page: what can be done with files above, the sheets, and the pane beside them. */
export function Workbench(props: WorkbenchProps): ReactElement {
  const { desk, controller, packed, gridElement, onDark, focusGrid } = props;
  const styles = useStyles();
  const dark = usePrefersDark();
  useEffect(() => onDark(dark), [dark, onDark]);
  const state = useSyncExternalStore(desk.subscribe, () => desk.state);
  const language = useSyncExternalStore(controller.subscribe, () => controller.state.language);
  const t = (key: WorkbenchTextKey, params?: Readonly<Record<string, string | number>>): string =>
    workbenchText(language, key, params);
  const input = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [narrowShows, setNarrowShows] = useState<'grid' | 'pane'>('grid');
  const [over, setOver] = useState(false);
  // Where only one of the two has room, a file just opened is what somebody wants to see.
  useEffect(() => setNarrowShows('grid'), [state.opened]);

  useEffect(() => {
    grid.current?.append(gridElement);
  }, [gridElement]);

  const pane = useRef<HTMLElement>(null);
  // F6 goes from one part of a window to the next, as in Office: in the sheet the tab key goes from cell to cell.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const toGrid = pane.current?.contains(document.activeElement) === true && state.file !== null;
      setNarrowShows(toGrid ? 'grid' : 'pane');
      requestAnimationFrame(() => {
        if (toGrid) focusGrid();
        else pane.current?.querySelector('button')?.focus();
      });
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [focusGrid, state.file]);

  const openFile = async (file: File | undefined): Promise<void> => {
    if (file && desk.mayReplace()) await desk.open(new Uint8Array(await file.arrayBuffer()), file.name);
  };
  const openPacked = (file: PackedFile | undefined): void => {
    if (file && desk.mayReplace()) void desk.open(unpack(file), file.name);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void openFile(event.dataTransfer.files[0]);
  };

  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} style={FULL_HEIGHT}>
      <div
        className={mergeClasses(styles.page, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <header className={styles.bar}>
          <h1 className={styles.title}>{t('title')}</h1>
          <input
            ref={input}
            className={styles.hidden}
            type="file"
            accept={ACCEPTED}
            aria-label={t('open-label')}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              // The same file may be opened again.
              void openFile(file).then(() => (currentTarget.value = ''));
            }}
          />
          <Button size="small" icon={<FolderOpen16Regular />} onClick={() => input.current?.click()}>
            {t('open')}
          </Button>
          <Button
            size="small"
            icon={<Save16Regular />}
            disabled={!state.file || state.file.signed || state.doing !== null}
            onClick={() => void desk.save()}
          >
            {t('save-as')}
          </Button>
          <Button
            size="small"
            icon={<ArrowUndo16Regular />}
            aria-label={t('undo')}
            title={t('undo')}
            disabled={!state.file}
            onClick={props.undo}
          />
          <Button
            size="small"
            icon={<ArrowRedo16Regular />}
            aria-label={t('redo')}
            title={t('redo')}
            disabled={!state.file}
            onClick={props.redo}
          />
          <Button
            size="small"
            icon={<TableInsertRow16Regular />}
            aria-label={t('insert-rows')}
            title={t('insert-rows')}
            disabled={!state.file}
            onClick={props.insertRows}
          />
          <Button
            size="small"
            icon={<TableInsertRow16Regular className={styles.turned} />}
            aria-label={t('insert-rows-below')}
            title={t('insert-rows-below')}
            disabled={!state.file}
            onClick={props.insertRowsBelow}
          />
          <Button
            size="small"
            icon={<TableDeleteRow16Regular />}
            aria-label={t('delete-rows')}
            title={t('delete-rows')}
            disabled={!state.file}
            onClick={props.deleteRows}
          />
          {state.file && (
            <Button
              size="small"
              icon={<Delete16Regular />}
              aria-label={t('delete-drafts')}
              title={t('delete-drafts')}
              onClick={() => void desk.deleteDrafts()}
            />
          )}
          <Button
            className={styles.switch}
            size="small"
            onClick={() => setNarrowShows(narrowShows === 'grid' ? 'pane' : 'grid')}
          >
            {t(narrowShows === 'grid' ? 'show-pane' : 'show-grid')}
          </Button>
          <PackedChoice label={t('choose-blank')} files={packed.blanks} open={openPacked} />
          <PackedChoice label={t('choose-sample')} files={packed.samples} open={openPacked} />
          <span
            className={mergeClasses(styles.name, !state.file && styles.noName)}
            title={state.file?.name}
            data-opened={state.opened}
          >
            {state.file?.name}
            {state.unsaved && ` · ${t('unsaved')}`}
          </span>
          {state.doing && <Spinner size="tiny" label={t(state.doing, { name: state.file?.name ?? '' })} />}
        </header>
        {state.message && (
          <MessageBar
            className={styles.message}
            intent={state.message.kind === 'done' ? 'success' : 'warning'}
            layout="multiline"
            data-message={state.message.kind}
          >
            <MessageBarBody>{state.message.text}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  size="small"
                  appearance="transparent"
                  aria-label={t('close')}
                  icon={<Dismiss16Regular />}
                  onClick={() => desk.dismiss()}
                />
              }
            />
          </MessageBar>
        )}
        <div className={styles.tables}>
          <main
            className={mergeClasses(styles.grid, narrowShows === 'pane' && styles.away)}
            aria-label={t('grid-label')}
          >
            <div ref={grid} className={mergeClasses(styles.sheets, !state.file && styles.hidden)} />
            {!state.file && (
              <div className={styles.empty}>
                <p className={styles.emptyTitle}>{t('drop-here')}</p>
                <p className={styles.emptyNext}>{t('drop-here.next')}</p>
                <Button appearance="primary" onClick={() => input.current?.click()}>
                  {t('open')}
                </Button>
                <PackedChoice label={t('choose-sample')} files={packed.samples} open={openPacked} />
                <DraftOffer desk={desk} drafts={state.drafts} language={language} />
              </div>
            )}
          </main>
          <aside ref={pane} className={mergeClasses(styles.side, narrowShows === 'grid' && styles.away)}>
            <ControllerContext.Provider value={controller}>
              <Pane />
            </ControllerContext.Provider>
          </aside>
        </div>
      </div>
    </FluentProvider>
  );
}

interface PackedChoiceProps {
  readonly label: string;
  readonly files: readonly PackedFile[];
  readonly open: (file: PackedFile | undefined) => void;
}

function PackedChoice({ label, files, open }: PackedChoiceProps): ReactElement | null {
  const styles = useStyles();
  if (files.length === 0) return null;
  return (
    <Select
      className={styles.choice}
      size="small"
      aria-label={label}
      value=""
      onChange={(_, { value }) => open(files[Number(value)])}
    >
      <option value="">{label}</option>
      {files.map(({ name }, index) => (
        <option key={`${name} ${String(index)}`} value={index}>
          {name}
        </option>
      ))}
    </Select>
  );
}
