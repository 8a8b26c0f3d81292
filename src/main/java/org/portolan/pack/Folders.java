package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipOutputStream;
import org.portolan.attachment.Attachments;
import org.portolan.attachment.InvalidAttachment;
import org.portolan.attachment.Uploads;
import org.portolan.knowledge.InvalidPractice;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.Licence;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.PracticeEdit;
import org.portolan.knowledge.Readers;
import org.portolan.knowledge.Section;
import org.portolan.knowledge.SimilarPractice;
import org.portolan.knowledge.Source;
import org.portolan.pack.RefusedPack.Reason;
import org.portolan.platform.exchange.SentTable;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.reading.FoundText;
import org.portolan.platform.reading.NotReadable;
import org.portolan.platform.storage.FileRules;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.RefusedFile;
import org.portolan.platform.storage.StagedFiles;
import org.portolan.platform.storage.StoredFile;
import org.portolan.platform.web.NotFound;

/**
 * Documents of an editor's own that become drafts: Markdown as it is written, the text of others as
 * it is read out of them, with the document beside it. A table among them says what they are.
 */
@ApplicationScoped
public class Folders {
  /** After so long a request goes no further; the next goes on. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Set<String> WRITTEN = Set.of("md", "markdown", "txt");
  private static final Set<String> READ = Set.of("docx", "pdf", "odt", "rtf");
  private static final int LONGEST_BODY = 100_000;

  @Inject private PackSteps steps;
  @Inject private KnowledgeService knowledge;
  @Inject private Attachments attachments;
  @Inject private FileStore files;
  @Inject private StagedFiles staged;
  @Inject private Clock clock;

  /** What holds for documents of which the table says nothing else. */
  public record Usual(String region, String language, String theme) {}

  /** Folders at the desks of the editor's regions, the last sent first. */
  public List<SentPack> list() {
    return steps.list(PackImport.FOLDER);
  }

  /** Takes documents, or one zip of them, to look through. Gives the number of the folder. */
  public long send(Usual usual, List<SentFile> sent) throws IOException, RefusedPack {
    if (!steps.room(usual.region())) {
      throw new NotFound("room at the desk of " + usual.region());
    }
    if (sent.isEmpty()) {
      throw new RefusedPack(Reason.EMPTY);
    }
    boolean zip = sent.size() == 1 && Folder.ending(sent.get(0).name()).equals("zip");
    long[] size = {0};
    String file =
        staged.<RefusedPack>put(
            out -> {
              if (zip) {
                try (InputStream in = sent.get(0).open()) {
                  size[0] = PackImports.copy(in, out, PackImports.LARGEST);
                }
              } else {
                size[0] = gather(sent, out);
              }
            });
    boolean kept = false;
    try {
      long id =
          steps.begin(
              new PackImport(
                  usual, file, PackImports.named(sent.get(0).name()), size[0], clock.instant()));
      kept = true;
      return id;
    } finally {
      if (!kept) {
        staged.drop(file);
      }
    }
  }

  private static long gather(List<SentFile> sent, OutputStream out)
      throws IOException, RefusedPack {
    ZipOutputStream zip = new ZipOutputStream(out);
    Set<String> once = new HashSet<>();
    long size = 0;
    for (SentFile each : sent) {
      String name = PackImports.named(each.name());
      String plain = name.isEmpty() || name.matches("\\.+") ? "file" : name;
      String kept = plain;
      for (int other = 2; !once.add(kept); other++) {
        kept = other + "/" + plain;
      }
      PackFormat.begin(zip, kept);
      try (InputStream in = each.open()) {
        size += PackImports.copy(in, zip, PackImports.LARGEST - size);
      }
      zip.closeEntry();
    }
    zip.finish();
    return size;
  }

  /** What would come of it, without changing anything. */
  public FolderRun look(long id, Language reader) {
    PackImport pack = steps.find(id, PackImport.FOLDER);
    try (Folder folder = Folder.open(file(pack))) {
      return new FolderRun(pack.sent(), null, folder.said(), rows(pack, folder, reader));
    } catch (RefusedPack refused) {
      return new FolderRun(pack.sent(), refused, List.of(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(PackImport pack) throws RefusedPack {
    Path file = staged.path(pack.staged());
    if (!Files.isRegularFile(file)) {
      throw new RefusedPack(Reason.EMPTY);
    }
    return file;
  }

  private List<FolderRow> rows(PackImport pack, Folder folder, Language reader) throws RefusedPack {
    Map<String, ReadText> texts = steps.texts(pack.id());
    Map<Integer, String> codes = steps.codes(pack.id());
    Map<Integer, List<Arriving.FileLeft>> left = steps.taken(pack.id());
    List<FolderRow> rows = new ArrayList<>();
    Set<String> once = new HashSet<>();
    for (Folder.Entry entry : folder.entries()) {
      FolderRow row =
          row(pack, folder, entry, rows.size() + 1, texts, codes.get(rows.size() + 1), reader);
      if (!entry.file().isEmpty() && !once.add(entry.file())) {
        row.said().add(new FolderRow.Said(true, "file", "pack.folder.twice", entry.asked()));
      }
      left.getOrDefault(row.place(), List.of())
          .forEach(
              file ->
                  row.said()
                      .add(
                          new FolderRow.Said(
                              false, null, file.reason(), String.valueOf(Uploads.MEGABYTES))));
      rows.add(row);
    }
    return rows;
  }

  private FolderRow row(
      PackImport pack,
      Folder folder,
      Folder.Entry entry,
      int place,
      Map<String, ReadText> texts,
      String code,
      Language reader)
      throws RefusedPack {
    List<FolderRow.Said> said = new ArrayList<>();
    entry
        .cells()
        .forEach(
            (column, cell) -> {
              if (cell.equals(SentTable.ODD)) {
                said.add(new FolderRow.Said(true, column.code(), "pack.folder.odd", ""));
              }
            });
    FolderText text = new FolderText("", new PracticeBody(Map.of(), ""));
    boolean unread = false;
    if (entry.file().isEmpty()) {
      said.add(new FolderRow.Said(true, "file", "pack.folder.missing", entry.asked()));
    } else if (WRITTEN.contains(entry.ending())) {
      text = written(folder, entry, said);
    } else if (READ.contains(entry.ending())) {
      ReadText read = texts.get(key(entry.file()));
      unread = read == null;
      text = read(read, said);
    } else {
      said.add(new FolderRow.Said(true, null, "pack.folder.kind", entry.ending()));
    }
    PracticeEdit edit = edit(pack, entry, text, said);
    knowledge
        .check(edit)
        .forEach(
            (field, problem) ->
                said.add(
                    new FolderRow.Said(
                        true,
                        FolderColumn.ofField(field).code(),
                        "knowledge.error." + problem,
                        "")));
    boolean good = code == null && !unread && said.stream().noneMatch(FolderRow.Said::error);
    List<SimilarPractice> similar = good ? knowledge.similar(edit, reader) : List.of();
    return new FolderRow(place, entry.line(), entry.file(), edit, said, similar, unread, code);
  }

  private static FolderText written(Folder folder, Folder.Entry entry, List<FolderRow.Said> said)
      throws RefusedPack {
    byte[] content = folder.read(entry.file(), Folder.LARGEST_MARKDOWN);
    try {
      String words =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      String unmarked = words.startsWith("\uFEFF") ? words.substring(1) : words;
      if (unmarked.isBlank()) {
        said.add(new FolderRow.Said(true, null, "pack.folder.empty", ""));
      }
      return entry.ending().equals("txt")
          ? FolderText.plain(unmarked)
          : FolderText.markdown(unmarked);
    } catch (CharacterCodingException e) {
      said.add(new FolderRow.Said(true, null, "pack.folder.encoding", ""));
      return new FolderText("", new PracticeBody(Map.of(), ""));
    }
  }

  private static FolderText read(ReadText read, List<FolderRow.Said> said) {
    if (read == null) {
      return new FolderText("", new PracticeBody(Map.of(), ""));
    }
    if (read.reason() != null) {
      boolean refused = read.reason().startsWith("platform.file.refused.");
      said.add(new FolderRow.Said(refused, null, read.reason(), String.valueOf(Uploads.MEGABYTES)));
    }
    FolderText text = FolderText.plain(read.words());
    String more = text.body().more();
    if (more.length() <= LONGEST_BODY) {
      return text;
    }
    said.add(new FolderRow.Said(false, null, "pack.folder.cut", String.valueOf(LONGEST_BODY)));
    return new FolderText(
        text.title(),
        new PracticeBody(
            Map.of(), more.substring(0, more.lastIndexOf('\n', LONGEST_BODY - 1) + 1)));
  }

  private PracticeEdit edit(
      PackImport pack, Folder.Entry entry, FolderText text, List<FolderRow.Said> said) {
    String stem = Folder.last(entry.file()).replaceFirst("\\.[^.]*$", "").replace('_', ' ');
    Map<Section, String> sections = new EnumMap<>(Section.class);
    sections.putAll(text.body().sections());
    if (!entry.cell(FolderColumn.CONTACT).isEmpty()) {
      sections.put(Section.CONTACT, entry.cell(FolderColumn.CONTACT));
    }
    String[] themes = entry.cell(FolderColumn.THEME).split("[\\s,;]+");
    if (themes.length > 1) {
      said.add(new FolderRow.Said(false, "theme", "pack.folder.themes", themes[0]));
    }
    return new PracticeEdit(
        or(entry.cell(FolderColumn.REGION), pack.regionCode()).toUpperCase(Locale.ROOT),
        entry.cell(FolderColumn.MEMBER).toUpperCase(Locale.ROOT),
        or(themes[0], pack.theme()),
        or(entry.cell(FolderColumn.YEAR), Year.now(clock).toString()),
        or(entry.cell(FolderColumn.LANGUAGE).toLowerCase(Locale.ROOT), pack.language()),
        or(entry.cell(FolderColumn.TITLE), or(text.title(), stem)),
        entry.cell(FolderColumn.SUMMARY),
        new PracticeBody(sections, text.body().more()),
        new Source(
            licence(entry.cell(FolderColumn.LICENCE)),
            entry.cell(FolderColumn.SOURCE),
            entry.cell(FolderColumn.AGREED),
            or(entry.cell(FolderColumn.READERS).toLowerCase(Locale.ROOT), Readers.ALL.code())));
  }

  /** By its code or by what it is called everywhere. */
  private static String licence(String typed) {
    return Arrays.stream(Licence.values())
        .filter(
            licence ->
                licence.code().equalsIgnoreCase(typed)
                    || licence.label() != null && licence.label().equalsIgnoreCase(typed))
        .findFirst()
        .map(Licence::code)
        .orElse(typed);
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static String key(String file) {
    return PackFormat.hash(file.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the texts of documents that wait for it, as many as the time of a request allows.
   *
   * @return whether some are left
   */
  public boolean read(long id) throws RefusedPack {
    PackImport pack = steps.find(id, PackImport.FOLDER);
    Instant limit = clock.instant().plus(PATIENCE);
    try (Folder folder = Folder.open(file(pack))) {
      Set<String> known = new HashSet<>(steps.texts(id).keySet());
      for (Folder.Entry entry : folder.entries()) {
        if (READ.contains(entry.ending()) && known.add(key(entry.file()))) {
          if (clock.instant().isAfter(limit)) {
            return true;
          }
          ReadText read = read(folder, entry.file());
          if (read != null) {
            steps.keep(id, key(entry.file()), read);
          }
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null where too much is being read to know. */
  private ReadText read(Folder folder, String file) throws RefusedPack {
    try {
      FoundText found = files.text(stored(folder, file));
      if (found.locked()) {
        return new ReadText("pack.folder.locked", "");
      }
      return found.wordless()
          ? new ReadText("pack.folder.wordless", "")
          : new ReadText(null, String.join("\n\n", found.parts()));
    } catch (RefusedFile refused) {
      return refused.passing() ? null : new ReadText(PackImports.key(refused), "");
    } catch (NotReadable unreadable) {
      return unreadable.reason() == NotReadable.Reason.BUSY
          ? null
          : new ReadText("pack.folder.unreadable", "");
    }
  }

  private StoredFile stored(Folder folder, String file) throws RefusedPack, RefusedFile {
    try (InputStream in = folder.open(file)) {
      return files.keep(in, FileRules.document(Uploads.MEGABYTES));
    } catch (IOException | UncheckedIOException e) {
      throw new RefusedPack(Reason.CHANGED, file);
    }
  }

  /**
   * Begins drafts of the chosen ones, as many as the time of a request allows.
   *
   * @param chosen places in the folder
   * @return how many of them are left for the next time
   */
  public int take(long id, Set<Integer> chosen, Language reader) throws RefusedPack {
    PackImport pack = steps.find(id, PackImport.FOLDER);
    Instant limit = clock.instant().plus(PATIENCE);
    try (Folder folder = Folder.open(file(pack))) {
      int left = 0;
      for (FolderRow row : rows(pack, folder, reader)) {
        boolean wanted = chosen.contains(row.place()) && row.takable() && !row.unread();
        if (wanted && clock.instant().isAfter(limit)) {
          left++;
        } else if (wanted) {
          take(pack, folder, row);
        }
      }
      return left;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(PackImport pack, Folder folder, FolderRow row) throws RefusedPack {
    String code;
    try {
      code = steps.draft(pack.id(), row.place(), row.edit());
    } catch (InvalidPractice e) {
      // what was right a moment ago; the page says what is not
      return;
    }
    if (READ.contains(Folder.ending(row.file()))) {
      try {
        attachments.add(
            code,
            row.edit().language(),
            cut(row.edit().title()),
            Folder.last(row.file()),
            stored(folder, row.file()));
      } catch (RefusedFile refused) {
        steps.left(pack.id(), row.place(), row.file(), PackImports.key(refused));
      } catch (InvalidAttachment invalid) {
        steps.left(pack.id(), row.place(), row.file(), "attachment.wrong." + invalid.problem());
      }
    }
  }

  private static String cut(String title) {
    return title.length() > Attachments.LONGEST_TITLE
        ? title.substring(0, Attachments.LONGEST_TITLE)
        : title;
  }

  /** Puts the folder away; drafts that were begun stay. */
  public void close(long id) {
    steps.close(id);
  }
}
