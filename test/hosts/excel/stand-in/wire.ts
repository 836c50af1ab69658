/**
 * What office.js sends at each `context.sync()` and what it understands as an answer, as its `excel-web` script has it
 * (`buildRequestMessageBodyAndRequestFlags` and `processRequestExecutorResponseMessage`).
 */

/** 1 the object is wanted, 2 load, 3 call, 4 set, 5 a mark that its client waits for. */
export const ActionType = { instantiate: 1, query: 2, call: 3, set: 4, trace: 5 } as const;

/** How an object is reached. */
export const PathType = { root: 1, created: 2, call: 3, property: 4, indexer: 5, reference: 6, none: 7 } as const;

export interface WireArguments {
  readonly Arguments?: readonly unknown[];
  /** For each argument that is an object, the path it stands for. */
  readonly ReferencedObjectPathIds?: readonly number[] | null;
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
}

export interface WireQuery {
  /** Names as the add-in wrote them, in camel case, steps divided by `/`; none: all of the object's own. */
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}

export interface WireRequest {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  /** Which action was not carried out; those before it were. */
  readonly ActionIndex: number;
}

export interface WireAnswer {
  readonly Results: readonly WireResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: WireError;
}

/** The request may wait until nobody types in a cell any more (`Excel.run({ delayForCellEdit: true })`). */
export const WAITS_FOR_CELL_EDIT = 64;

/** A message of Excel's to the add-in, as the client's event machinery takes it. */
export interface WireEvent {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  /** JSON. */
  readonly message: string;
}

export const EVENT_CATEGORY = 65536;
