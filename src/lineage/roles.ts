// What stands for names in lineage keys, so that keys do not hang on how somebody calls a variable.
import type { Form } from '../analysis';
import type { Interner } from './interner';

/** The names of one source by what stands for them. */
export class Roles {
  constructor(private readonly roles: Form['roles'] = new Map()) {}

  /** What stands for a name; the name itself where its spelling counts, or where the source does not tell it. */
  of(name: string): string {
    return this.roles.get(name) ?? name;
  }

  /** True when the source itself mentions the name. */
  has(name: string): boolean {
    return this.roles.has(name);
  }

  /** How many names have a role here and there. */
  sharedWith({ roles }: Roles): number {
    return [...this.roles.keys()].filter(name => roles.has(name)).length;
  }

  /** What stands for a sight of a name, by the sight's id. */
  ofSight(id: string, name: string): string {
    const role = this.of(name);
    if (role === name) {
      return id;
    }
    this.sights ??= new Map();
    const known = this.sights.get(id);
    if (known !== undefined) {
      return known;
    }
    const made = role + id.slice(name.length);
    this.sights.set(id, made);
    return made;
  }

  /** Numbers that one interner gave to what stands for sights, by their ids. */
  codesIn(interner: Interner): Map<string, number> {
    if (this.codes?.of !== interner) {
      this.codes = { of: interner, byId: new Map() };
    }
    return this.codes.byId;
  }

  /** The name that has the role here which another name has in a source of the same form. */
  translated(name: string, { roles }: Roles): string {
    const role = roles === this.roles ? name : roles.get(name);
    if (role === undefined || role === name) {
      return name;
    }
    this.names ??= new Map([...this.roles].map(([one, its]) => [its, one]));
    return this.names.get(role) ?? name;
  }

  private sights: Map<string, string> | null = null;
  private names: ReadonlyMap<string, string> | null = null;
  private codes: {
    readonly of: Interner;
    readonly byId: Map<string, number>;
  } | null = null;
}
