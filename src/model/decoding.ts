// Reading of JSON that anybody may have written: each value knows where it stands, so that a refusal can say so.
import { fail, succeed, type Result } from './result';

/** Unwinds a decoder; `decode` turns it into its sentence. */
class Refusal extends Error {}

/** One value of a JSON text, and where in it. */
export class JsonValue {
  constructor(
    readonly value: unknown,
    private readonly place: string
  ) {}

  /** Stops reading; the sentence begins with the place of this value. */
  refuse(what: string): never {
    throw new Refusal(`${this.place || 'The file'} ${what}`);
  }

  /** True for a field that is absent, and for `null`. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** A field of an object; refuses what is no object. */
  at(name: string): JsonValue {
    const place = this.place ? `${this.place}.${name}` : name;
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.refuse('is not an object.');
    }
    const isOwn = Object.prototype.hasOwnProperty.call(value, name);
    const field = (value as { readonly [name: string]: unknown })[name];
    return new JsonValue(isOwn ? field : undefined, place);
  }

  /** The items of a list. */
  list(): JsonValue[] {
    this.mustBeThere();
    return Array.isArray(this.value)
      ? this.value.map(
          (item, index) => new JsonValue(item, `${this.place}[${index}]`)
        )
      : this.refuse('is not a list.');
  }

  text(): string {
    this.mustBeThere();
    return typeof this.value === 'string'
      ? this.value
      : this.refuse('is not a string.');
  }

  /** A string, or a list of strings to be joined, as nbformat writes long texts. */
  joinedText(): string {
    return Array.isArray(this.value)
      ? this.list()
          .map(item => item.text())
          .join('')
      : this.text();
  }

  /** A whole number of 0 or more. */
  count(): number {
    this.mustBeThere();
    const { value } = this;
    return typeof value === 'number' &&
      Number.isSafeInteger(value) &&
      value >= 0
      ? value
      : this.refuse('is not a whole number.');
  }

  /** One of some words. */
  oneOf<Word extends string>(words: readonly Word[]): Word {
    const text = this.text();
    const word = words.find(each => each === text);
    return (
      word ??
      this.refuse(`is “${text.slice(0, 40)}”, not one of ${words.join(', ')}.`)
    );
  }

  /** What `read` makes of it; null where it is absent. */
  optional<Value>(read: (value: JsonValue) => Value): Value | null {
    return this.isAbsent ? null : read(this);
  }

  private mustBeThere(): void {
    if (this.value === undefined) {
      this.refuse('is missing.');
    }
  }
}

/** Runs a decoder over a whole JSON value; what it refuses becomes the reason. */
export function decode<Value>(
  value: unknown,
  read: (value: JsonValue) => Value
): Result<Value> {
  try {
    return succeed(read(new JsonValue(value, '')));
  } catch (error) {
    if (error instanceof Refusal) {
      return fail(error.message);
    }
    throw error;
  }
}
