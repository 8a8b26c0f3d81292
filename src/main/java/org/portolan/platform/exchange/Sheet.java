package org.portolan.platform.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.portolan.platform.security.Scope;

/**
 * One kind of record as it stands in files: a row each. Implemented by the feature that owns the
 * records, which also knows who may do what. All is asked for many records at a time, in a
 * transaction, and costs a few statements however many they are.
 */
public interface Sheet {
  /** A word for addresses, tables and keys of texts: {@code people}. */
  String kind();

  /** The kind of record in the audit trail: {@code person}. */
  String record();

  /** The first {@link #keys} of them name a record and never change. */
  List<SheetColumn> columns();

  default int keys() {
    return 1;
  }

  /** How many rows a file may have. */
  default int mostRows() {
    return FileReading.MOST_ROWS;
  }

  /** Whether the good rows of a file may be applied without the others. */
  default boolean partial() {
    return false;
  }

  /**
   * Whether a record can be known by other columns than its keys, so that a file may lack these.
   */
  default boolean knownOtherwise() {
    return false;
  }

  /** Where an empty file to be filled in can be had, or empty. */
  default String template() {
    return "";
  }

  /**
   * Rows of a file with what people may leave out or write in several ways, among it the keys of
   * records that are known otherwise. Cells in the order of the columns, null where the file has no
   * such column.
   */
  default List<List<String>> completed(List<List<String>> rows) {
    return rows;
  }

  /** How many rows are looked at together; where rows stand against each other, all of them. */
  default int part() {
    return ImportSteps.CHUNK;
  }

  /** Whether the person who asks may take such records out and put them in. */
  boolean open();

  /** For what the person who asks may export: the widest first. */
  List<Scope> extents();

  /** Gives the rows of a scope that is one of {@link #extents}, in a steady order. */
  void export(Scope extent, Consumer<List<String>> rows);

  /** Whether a record is one that the person who asks may put in or change. */
  boolean within(List<String> cells);

  /**
   * The records of these keys, by {@link RecordKey#of}.
   *
   * @param locked whether nobody else may change them until the transaction ends
   */
  Map<String, StoredRecord> find(Collection<List<String>> keys, boolean locked);

  /** Says what is wrong beyond what the kinds of the columns tell. */
  void check(List<SheetEdit> edits);

  /**
   * Says what else is wrong in rows of which some cells cannot be read, so that a file need not be
   * sent once for every mistake in a row. Nothing where only whole rows can be judged.
   */
  default void checkRest(List<SheetEdit> edits) {}

  /** Writes new records and what changed in others. */
  void write(List<SheetEdit> edits);

  /**
   * Takes away records that an import made.
   *
   * @return the keys of those that others refer to by now and that are therefore still there
   */
  List<String> remove(List<StoredRecord> records);

  /** What a person would call a record. */
  String name(List<String> cells);

  /** For which body it is, for the audit trail. */
  Optional<Scope> scope(List<String> cells);

  /** Whose values its personal columns are; empty where it is about nobody. */
  default Optional<Long> person(StoredRecord stored) {
    return Optional.empty();
  }

  /** Called once when all is written, in the same transaction: for what others must be told. */
  default void written(Collection<StoredRecord> records) {}
}
