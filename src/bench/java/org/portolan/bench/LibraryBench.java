package org.portolan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portolan.bench.Target.Call;
import org.portolan.platform.search.LibraryPeer;
import org.portolan.platform.search.LibraryPeer.Word;
import org.portolan.platform.search.ReindexCommand;
import org.portolan.running.PackagedApplication;
import org.portolan.running.SeparateDatabase;
import org.portolan.world.World;

/**
 * The search over HTTP on a large library read from the database, beside Lucene alone in this
 * process on the same practices. Only words of which both find the same number are asked.
 */
final class LibraryBench {
  private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");
  private static final int WORDS = 40;
  private static final int TRIED = 160;

  private final Bench bench;
  private final Path place;
  private final SeparateDatabase database;
  private final World world;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final StringBuilder report = new StringBuilder();

  LibraryBench(Bench bench, Path place, SeparateDatabase database, World world) {
    this.bench = bench;
    this.place = place;
    this.database = database;
    this.world = world;
  }

  String measure() throws Exception {
    Bench.delete(place.resolve("data").resolve("index"));
    Bench.delete(place.resolve("peer"));
    double query = bench.queryMillis(database);
    ProcessCpu ofDatabase = new ProcessCpu(database.pid());
    double before = ofDatabase.millis();
    Instant begin = Instant.now();
    try (Edits edits = new Edits(database.dataSource(), world);
        PackagedApplication application = Bench.start(place, database, Bench.options());
        LibraryPeer peer = indexed(application, edits, begin, ofDatabase, before)) {
      compare(application, peer, ofDatabase, query);
    }
    return report.append(bench.conditions()).toString();
  }

  private LibraryPeer indexed(
      PackagedApplication application,
      Edits edits,
      Instant begin,
      ProcessCpu ofDatabase,
      double before)
      throws Exception {
    bench.awaitIndex(application, edits.lastSession());
    ProcessCpu ofApplication = new ProcessCpu(application.pid());
    say(
        "Indexed from the database %.0f s after its start (to be ≤ 300), %.0f s of processor time of"
            + " the application and %.0f s of the database.%n%n",
        Duration.between(begin, Instant.now()).toMillis() / 1e3,
        ofApplication.millis() / 1e3,
        (ofDatabase.millis() - before) / 1e3);
    return LibraryPeer.of(place.resolve("peer"), database.dataSource());
  }

  private void compare(
      PackagedApplication application, LibraryPeer peer, ProcessCpu ofDatabase, double query)
      throws Exception {
    int all = world.size().shelf().practices();
    ProcessCpu ofApplication = new ProcessCpu(application.pid());
    Function<Target, Measurement> measuring =
        target -> bench.measured(target, application, ofApplication, ofDatabase);
    List<Measurement> rows = new ArrayList<>();
    Measurement ping = measuring.apply(Target.of("ping", "", "/api/v1/ping"));
    rows.add(ping);
    StringBuilder goals =
        new StringBuilder("| over HTTP | Lucene alone | to be ≤ | is |\n|---|--:|--:|--:|\n");
    for (boolean common : new boolean[] {true, false}) {
      String name = common ? "common" : "rare";
      List<Word> words =
          common ? equal(application, peer, all / 100, all / 8) : equal(application, peer, 3, 80);
      Measurement full =
          measuring.apply(new Target("full answer, " + name, "", asked(FULL, words)));
      double alone = peer.fullMillis(words);
      goal(goals, full, alone, ping.cpu() + 1.3 * alone + query);
      Measurement bare =
          measuring.apply(new Target("ten best, " + name, "", asked(BARE, words)));
      goal(goals, bare, peer.bareMillis(words), ping.cpu() + .3);
      Measurement typed = measuring.apply(new Target("typeahead, " + name, "", typed(words)));
      goal(goals, typed, Double.NaN, ping.cpu() + .3);
      rows.addAll(List.of(full, bare, typed));
      if (common) {
        rows.add(whileBuilding(measuring, words));
      }
    }
    report.append(Measurement.header());
    rows.forEach(row -> report.append(row.row()));
    report.append('\n').append(goals).append('\n');
    say("One query of ten rows by their keys: %.2f ms.%n", query);
  }

  private void goal(StringBuilder goals, Measurement row, double alone, double limit) {
    goals.append(
        String.format(
            Locale.ROOT,
            "| %s | %.2f | %.2f | **%.2f** |%n",
            row.target().name(),
            alone,
            limit,
            row.cpu()));
  }

  /** What readers notice of a new index being built beside the one they ask. */
  private Measurement whileBuilding(Function<Target, Measurement> measuring, List<Word> words)
      throws Exception {
    CompletableFuture<Integer> building =
        CompletableFuture.supplyAsync(
            () ->
                new ReindexCommand()
                    .applyAsInt(
                        name ->
                            database
                                .settings()
                                .get(name.toUpperCase(Locale.ROOT).replace('.', '_')),
                        line -> {}));
    Measurement row =
        measuring.apply(
            new Target("full answer, common, index being built", "", asked(FULL, words)));
    say("The index was %s when that was measured.%n", building.isDone() ? "BUILT BEFORE" : "being built");
    building.get();
    return row;
  }

  /** Words of which the application finds as many as Lucene alone. */
  private List<Word> equal(
      PackagedApplication application, LibraryPeer peer, long fewest, long most) throws Exception {
    List<Word> words = peer.words(TRIED, fewest, most);
    List<Word> equal = new ArrayList<>();
    for (Word word : words) {
      if (equal.size() < WORDS && total(application, address(FULL, word.language(), quoted(word)))
              == word.hits()) {
        equal.add(word);
      }
    }
    if (equal.isEmpty()) {
      throw new IllegalStateException("no word finds as much as in Lucene alone");
    }
    say(
        "%d words of %d with %d to %d hits, equal on both sides, %.0f on the average.%n",
        equal.size(),
        words.size(),
        fewest,
        most,
        equal.stream().mapToLong(Word::hits).average().orElse(0));
    return equal;
  }

  private long total(PackagedApplication application, String path)
      throws IOException, InterruptedException {
    String body =
        http.send(
                HttpRequest.newBuilder(URI.create(application.url(path))).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher total = TOTAL.matcher(body);
    return total.find() ? Long.parseLong(total.group(1)) : -1;
  }

  private static final String FULL = "/api/v1/search?facets=region,language&";
  private static final String BARE = "/api/v1/search?facets=&snippets=false&";

  /** In quotes: nothing else is looked for beside the word, as nothing else is in Lucene alone. */
  private static Supplier<Call> asked(String address, List<Word> words) {
    return calls(
        words.stream()
            .map(word -> Call.get(address(address, word.language(), quoted(word))))
            .toList());
  }

  private static String quoted(Word word) {
    return '"' + word.text() + '"';
  }

  private static Supplier<Call> calls(List<Call> calls) {
    AtomicInteger count = new AtomicInteger();
    return () -> calls.get(count.getAndIncrement() % calls.size());
  }

  private static Supplier<Call> typed(List<Word> words) {
    return calls(
        words.stream()
            .map(
                word ->
                    Call.get(
                        address(
                            "/api/v1/suggest?", word.language(), word.text().substring(0, 4))))
            .toList());
  }

  private static String address(String address, String language, String text) {
    return address + "lang=" + language + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void say(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    report.append(line);
    System.out.print(line);
  }
}
