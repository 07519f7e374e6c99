/** A property's name on the wire: `firstName` as `first_name`. */
export type WireKey<Key extends string> = Key extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${WireKey<Rest>}`
  : '';

/** A property's value on the wire: times are ms since the epoch. */
export type WireValue<Value> = Value extends Date
  ? number
  : Value extends { __internal_toSnapshot(): infer Snapshot }
    ? Snapshot
    : Value extends
          | PublicUserData
          | UserData
          | EnterpriseOAuthConfigResource
          | EnterpriseSamlConnectionNestedResource
          | EnterpriseSamlIdpCertificateResource
      ? Wire<Value>
      : Value extends readonly (infer Item)[]
        ? number extends Value['length']
          ? WireValue<Item>[]
          : Value
        : Value;

/** What is no data. */
type NotOnTheWire = '__internal_toSnapshot' | '__internal_future' | 'pathRoot' | 'isNew' | 'reload';

/** The data of a resource, as wire JSON. */
export type Wire<Resource> = {
  [Key in keyof Resource as Key extends string
    ? Key extends NotOnTheWire
      ? never
      : Resource[Key] extends (...args: never[]) => unknown
        ? never
        : WireKey<Key>
    : never]: WireValue<Resource[Key]>;
};

/** A snapshot of a resource, which `object` names; `More` is what the server tells besides. Keys that this package does not know are kept. */
export type Snapshot<Object extends string, Resource, More = unknown> = Wire<Resource> &
  More &
  ResourceJSONSnapshot & { object: Object };

/** A reason, as the Frontend API tells it. */
export interface ErrorJSON {
  code: string;
  message: string;
  long_message?: string;
  meta?: Record<string, unknown>;
}
/** When something was created and last updated, in ms since the epoch. */
export interface CreatedAndUpdated {
  created_at: number;
  updated_at: number;
}
