package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The desk of exports and imports, as somebody without JavaScript works at it. */
final class ExchangeDesk {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Pattern NUMBER = Pattern.compile("/desk/exchange/(\\d+)$");
  private static final Pattern STATE =
      Pattern.compile("<span id=\"state\" class=\"state \\w+ (\\w+)\"");
  private static final Pattern COUNT = Pattern.compile("id=\"count-(\\w+)\">(\\d+)<");
  private static final Pattern PROGRESS = Pattern.compile("<progress id=\"progress\" max=\"100\"");

  private final Visitor visitor;
  private boolean progress;

  ExchangeDesk(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * What the page of an import shows.
   *
   * @param counts of its rows by what they do; empty where the page has none
   */
  record Shown(String state, Map<String, Integer> counts, String page) {
    int count(String what) {
      return counts.getOrDefault(what, -1);
    }
  }

  /** What is said of a row in the report of an import. */
  record Said(int line, String column, String value, String message) {
    String place() {
      return line + " " + column;
    }
  }

  /**
   * @param extent as the form has it: {@code region:WCA}
   */
  SheetFile export(String kind, String extent, String form) {
    HttpResponse<byte[]> answer =
        visitor.bytes(
            "/desk/exchange/export?kind=" + kind + "&extent=" + extent + "&format=" + form);
    assertThat(answer.statusCode()).as("export of %s of %s", kind, extent).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"portolan-" + kind)
        .endsWith("." + form + "\"");
    return SheetFile.read(form, answer.body());
  }

  /** Sends a file and waits for its dry run. */
  long upload(String kind, String name, byte[] content) {
    HttpResponse<String> answer =
        visitor.upload("/desk/exchange/upload", Map.of("kind", kind), name, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    Matcher number = NUMBER.matcher(answer.headers().firstValue("Location").orElse(""));
    assertThat(number.find()).as("leads to the import").isTrue();
    long id = Long.parseLong(number.group(1));
    await(id);
    return id;
  }

  Shown apply(long id) {
    return act(id, Map.of("act", "apply"));
  }

  Shown overwrite(long id) {
    return act(id, Map.of("act", "apply", "stale", "overwrite"));
  }

  Shown undo(long id) {
    return act(id, Map.of("act", "undo"));
  }

  void discard(long id) {
    assertThat(visitor.post("/desk/exchange/" + id, Map.of("act", "discard")).statusCode())
        .isEqualTo(302);
  }

  Shown act(long id, Map<String, String> fields) {
    HttpResponse<String> answer = visitor.post("/desk/exchange/" + id, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return await(id);
  }

  /** The page when nothing goes on behind it any more. */
  Shown await(long id) {
    Instant limit = Instant.now().plus(LONGEST);
    Shown shown = show(id);
    while (shown.state().matches("checking|applying|undoing")) {
      assertThat(Instant.now()).as("import %s is %s", id, shown.state()).isBefore(limit);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      shown = show(id);
    }
    return shown;
  }

  Shown show(long id) {
    HttpResponse<String> answer = visitor.get("/desk/exchange/" + id);
    assertThat(answer.statusCode()).as("page of import %s", id).isEqualTo(200);
    Matcher state = STATE.matcher(answer.body());
    assertThat(state.find()).as(answer.body()).isTrue();
    progress |= PROGRESS.matcher(answer.body()).find();
    Map<String, Integer> counts = new TreeMap<>();
    Matcher count = COUNT.matcher(answer.body());
    while (count.find()) {
      counts.put(count.group(1), Integer.valueOf(count.group(2)));
    }
    return new Shown(state.group(1), counts, answer.body());
  }

  /** Whether a page with how far the work is was ever shown. */
  boolean sawProgress() {
    return progress;
  }

  List<Said> report(long id) {
    String text = visitor.get("/desk/exchange/" + id + "/report").body().replace("\uFEFF", "");
    List<Said> all = new ArrayList<>();
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text)) {
      for (CsvRecord row : rows) {
        if (row.getField(0).matches("\\d+")) {
          all.add(
              new Said(
                  Integer.parseInt(row.getField(0)),
                  row.getField(1),
                  row.getField(2),
                  row.getField(3)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
