/** Records in groups, by uid. */
export class RecordGroups<T extends { uid: string }> {
  private readonly groups = new Map<string, Map<string, T>>();

  put(key: string, record: T): void {
    const group = this.groups.get(key) ?? new Map<string, T>();
    this.groups.set(key, group.set(record.uid, record));
  }

  delete(key: string, { uid }: T): void {
    const group = this.groups.get(key);
    group?.delete(uid);
    if (group?.size === 0) {
      this.groups.delete(key);
    }
  }

  all(key: string): T[] {
    return [...(this.groups.get(key)?.values() ?? [])];
  }

  keys(): IterableIterator<string> {
    return this.groups.keys();
  }
}
