package org.portolan.region;

import java.util.Map;

/**
 * A Member, a body or a term of a Vice-Chair as it is edited.
 *
 * @param values as they are typed, by the fields of the kind; never null, empty where nothing is
 *     known
 */
public record ReferenceRecord(
    ReferenceKind kind, String code, int version, Map<String, String> values) {
  public ReferenceRecord {
    values = Map.copyOf(values);
  }
}
