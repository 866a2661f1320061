// One object store in memory: records by key, with indexes that behave as IndexedDB's do.

type Key = string | number;
type Selection = {
  readonly index?: string;
  readonly only?: Key;
  readonly from?: Key;
  readonly before?: Key;
  readonly limit?: number;
  readonly isReverse?: boolean;
};

/** Records by key and by index. */
export class MemoryTable<Item extends object> {
  constructor(indexNames: readonly string[]) {
    this.indexes = new Map(indexNames.map(name => [name, new Map()]));
  }

  get(key: string): Item | undefined {
    return this.items.get(key);
  }

  keys(): readonly string[] {
    return [...this.items.keys()];
  }

  /** Inserts or replaces; without an item removes. Answers the step that takes it back. */
  set(key: string, item: Item | undefined): () => void {
    const before = this.items.get(key);
    for (const [name, index] of this.indexes) {
      indexKeys(before, name).forEach(value => index.get(value)?.delete(key));
      indexKeys(item, name).forEach(value => {
        index.set(value, (index.get(value) ?? new Set()).add(key));
      });
    }
    if (item === undefined) {
      this.items.delete(key);
    } else {
      this.items.set(key, item);
    }
    return () => void this.set(key, before);
  }

  /** In the order of the key or the index. */
  select(selection: Selection): readonly Item[] {
    const hits = this.candidates(selection)
      .filter(hit => isWithin(hit.key, selection))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    if (selection.isReverse) {
      hits.reverse();
    }
    return hits.slice(0, selection.limit).map(hit => hit.item);
  }

  private candidates({ index, only }: Selection): { key: Key; item: Item }[] {
    if (index === undefined) {
      return [...this.items].map(([key, item]) => ({ key, item }));
    }
    const entries = this.indexes.get(index) ?? new Map<Key, Set<string>>();
    const keys = only === undefined ? [...entries.keys()] : [only];
    return keys.flatMap(key =>
      [...(entries.get(key) ?? [])].flatMap(primary => {
        const item = this.items.get(primary);
        return item === undefined ? [] : [{ key, item }];
      })
    );
  }

  private readonly items = new Map<string, Item>();
  private readonly indexes: Map<string, Map<Key, Set<string>>>;
}

/** A list is indexed under each of its entries; what is neither text nor number is not indexed. */
function indexKeys(item: object | undefined, name: string): readonly Key[] {
  const value: unknown = item === undefined ? [] : Reflect.get(item, name);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(
    key => typeof key === 'string' || typeof key === 'number'
  );
}

function isWithin(key: Key, { only, from, before }: Selection): boolean {
  return (
    (only === undefined || key === only) &&
    (from === undefined || key >= from) &&
    (before === undefined || key < before)
  );
}
