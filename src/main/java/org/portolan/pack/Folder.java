package org.portolan.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.portolan.pack.RefusedPack.Reason;
import org.portolan.platform.exchange.SentLine;
import org.portolan.platform.exchange.SentTable;
import org.portolan.platform.exchange.UnreadableFile;

/** A folder of documents that somebody sent as a zip, with a table that says what they are. */
final class Folder implements Closeable {
  static final int MOST = 100;

  private static final SafeZip.Limits LIMITS =
      new SafeZip.Limits(1_000, 1_000 * PackFormat.MEGABYTE);
  private static final long LARGEST_TABLE = 5 * PackFormat.MEGABYTE;
  static final long LARGEST_MARKDOWN = 2 * PackFormat.MEGABYTE;
  private static final Set<String> TABLES = Set.of("csv", "xlsx");

  private final SafeZip zip;
  private final List<Entry> entries = new ArrayList<>();
  private final List<FolderRow.Said> said = new ArrayList<>();

  /**
   * A document with what the table says of it.
   *
   * @param line nought where the table says nothing
   * @param file empty where there is none of that name
   * @param asked the name in the table
   */
  record Entry(int line, String file, String asked, Map<FolderColumn, String> cells) {
    String cell(FolderColumn column) {
      return cells.getOrDefault(column, "");
    }

    String ending() {
      return Folder.ending(file);
    }
  }

  private Folder(SafeZip zip) {
    this.zip = zip;
  }

  static Folder open(Path file) throws RefusedPack, IOException {
    Folder folder = new Folder(SafeZip.open(file, LIMITS));
    boolean good = false;
    try {
      folder.look();
      good = true;
    } finally {
      if (!good) {
        folder.close();
      }
    }
    return folder;
  }

  private void look() throws RefusedPack {
    List<String> documents = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    for (String name : zip.names()) {
      String last = last(name);
      if (last.startsWith(".") || name.startsWith("__MACOSX/") || last.equals("Thumbs.db")) {
        // what systems leave in folders
        continue;
      }
      (TABLES.contains(ending(name)) ? tables : documents).add(name);
    }
    if (documents.size() > MOST) {
      throw new RefusedPack(Reason.MANY, MOST);
    }
    Set<String> named = new HashSet<>();
    String table = table(tables);
    if (table != null) {
      read(table, documents, named);
    }
    documents.stream()
        .filter(name -> !named.contains(name))
        .forEach(name -> entries.add(new Entry(0, name, name, Map.of())));
  }

  /** The one that says what the others are; of several the first counts. */
  private String table(List<String> tables) {
    if (tables.size() > 1) {
      said.add(new FolderRow.Said(true, null, "pack.folder.tables", tables.get(1)));
    }
    return tables.isEmpty() ? null : tables.get(0);
  }

  private void read(String table, List<String> documents, Set<String> named) throws RefusedPack {
    List<SentLine> lines;
    try {
      lines = SentTable.lines(zip.read(table, LARGEST_TABLE), FolderColumn.codes(), MOST);
    } catch (UnreadableFile e) {
      said.add(
          new FolderRow.Said(
              true,
              null,
              e.problem().key(),
              e.problem().arguments().isEmpty() ? "" : e.problem().arguments().get(0)));
      return;
    }
    Map<FolderColumn, Integer> columns = new EnumMap<>(FolderColumn.class);
    List<String> head = lines.get(0).cells();
    for (int at = 0; at < head.size(); at++) {
      FolderColumn column = FolderColumn.of(head.get(at)).orElse(null);
      if (column != null && columns.putIfAbsent(column, at) != null) {
        said.add(new FolderRow.Said(true, head.get(at), "pack.folder.column.twice", head.get(at)));
      } else if (column == null && !head.get(at).isBlank()) {
        said.add(
            new FolderRow.Said(false, head.get(at), "pack.folder.column.unknown", head.get(at)));
      }
    }
    if (!columns.containsKey(FolderColumn.FILE)) {
      said.add(new FolderRow.Said(true, "file", "pack.folder.column.file", table));
      return;
    }
    Map<String, String> byName = new HashMap<>();
    documents.forEach(name -> byName.putIfAbsent(last(name), name));
    documents.forEach(name -> byName.put(name, name));
    for (SentLine line : lines.subList(1, lines.size())) {
      Map<FolderColumn, String> cells = new EnumMap<>(FolderColumn.class);
      columns.forEach(
          (column, at) ->
              cells.put(column, at < line.cells().size() ? line.cells().get(at).strip() : ""));
      String asked = cells.get(FolderColumn.FILE);
      String file = byName.getOrDefault(asked, "");
      entries.add(new Entry(line.line(), file, asked, cells));
      named.add(file);
    }
  }

  List<Entry> entries() {
    return entries;
  }

  /** What is to be said of the folder and its table as a whole. */
  List<FolderRow.Said> said() {
    return said;
  }

  byte[] read(String file, long most) throws RefusedPack {
    return zip.read(file, most);
  }

  InputStream open(String file) throws RefusedPack {
    return zip.open(file);
  }

  static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  static String ending(String name) {
    String last = last(name);
    return last.substring(last.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
