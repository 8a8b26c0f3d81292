package org.portolan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.portolan.access.HashWork;
import org.portolan.platform.security.RightsWork;
import org.portolan.platform.search.SearchBench;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.search.SearchWork;
import org.portolan.running.LargestImport;
import org.portolan.running.PackagedApplication;
import org.portolan.running.SeparateDatabase;
import org.portolan.running.SignIns;
import org.portolan.world.World;
import org.portolan.world.WorldGenerator;
import org.portolan.world.WorldSize;

/**
 * Starts the packaged application on a generated world, asks it for everything in turn and prints
 * what it cost. The world is kept, so that a second run starts at once.
 */
public final class Bench {
  private static final long SEED = 20_261_124;
  /** As config/systemd starts it. */
  private static final List<String> RECOMMENDED = List.of("-Xmx400m", "-XX:+UseSerialGC");

  private static final List<String> QUICK_START =
      List.of(
          "-Xmx512m",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=160m",
          "-XX:+UseSerialGC");
  private static final Duration INDEX_LIMIT = Duration.ofMinutes(10);

  /** The compiler is done with a path after some ten thousand requests, however long they take. */
  private static final int WARM = 30_000;

  /** Of what writes fewer: the sessions of most worlds have so many seats and no more. */
  private static final int WARM_WRITES = 8_000;

  private static final int WARM_WRITES_OF_MANY = 20_000;
  private static final int MANY_PEOPLE = 100_000;

  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(90);
  /** So many applications wait for the coordinator whose cockpit is measured. */
  private static final int MANY_WAITING = 5_000;

  private static final int QUERIES = 5_000;
  private static final int WARM_ROUNDS = 2;
  private static final int SIGN_INS = 200;
  private static final Logger TOOL = Logger.getLogger("io.gatling");
  private static final String LINE = System.lineSeparator();

  private final Path folder = Path.of(System.getProperty("bench.folder", "target/bench"));
  private final WorldSize size = WorldSize.of(System.getProperty("bench.size", "full"));
  private final Duration warmUp = seconds("bench.warmup", 8);
  private final Duration length = seconds("bench.seconds", 10);
  private final String only = System.getProperty("bench.only", "");
  private final LocalDate anchor =
      LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  private final WorldGenerator generator = new WorldGenerator(SEED, size, anchor);
  // an upgrade to HTTP/2 would switch compression off
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    TOOL.setLevel(Level.WARNING);
    Bench bench = new Bench();
    int documents = Integer.getInteger("bench.documents", 0);
    if (documents > 0) {
      bench.search(documents, Boolean.getBoolean("bench.brief"));
    } else {
      bench.run();
    }
    // the load tool keeps threads of its own
    System.exit(0);
  }

  /** The search alone, in this process: no world, no server. */
  private void search(int documents, boolean brief) throws Exception {
    String name = "search-" + documents + (brief ? "-brief" : "");
    String report = SearchBench.run(documents, brief, folder.toAbsolutePath().resolve(name));
    Files.writeString(folder.resolve(name + ".md"), report);
  }

  private void run() throws Exception {
    Path place =
        folder
            .toAbsolutePath()
            .resolve("world-" + schema() + "-" + size.name() + "-" + SEED + "-" + anchor);
    boolean known = Files.exists(place.resolve("loaded"));
    if (!known) {
      delete(place);
      Files.createDirectories(place);
    }
    try (SeparateDatabase database = SeparateDatabase.start(place)) {
      if (!known) {
        load(place, database);
      }
      World world = generator.describe(database.dataSource());
      String report =
          size.name().equals("library")
              ? new LibraryBench(this, place, database, world).measure()
              : measure(place, database, world);
      Files.writeString(folder.resolve("report.md"), report);
      System.out.println(report);
    }
  }

  private void load(Path place, SeparateDatabase database) throws IOException {
    Instant begin = Instant.now();
    start(place, database, QUICK_START).close();
    World world = generator.load(database.bulkSource());
    Files.writeString(place.resolve("loaded"), world.anchor().toString());
    System.out.println(
        "World loaded in " + Duration.between(begin, Instant.now()).toSeconds() + " s");
  }

  static PackagedApplication start(
      Path place, SeparateDatabase database, List<String> options) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("PORTOLAN_DEMO", "false");
    return PackagedApplication.startOn(place.resolve("data"), options, settings);
  }

  private String measure(Path place, SeparateDatabase database, World world) throws Exception {
    ProcessCpu ofDatabase = new ProcessCpu(database.pid());
    StringBuilder report = new StringBuilder(Measurement.header());
    Map<String, Measurement> measured = new HashMap<>();
    try (Edits edits = new Edits(database.dataSource(), world);
        PackagedApplication application = start(place, database, options())) {
      edits.emptyOpenSessions(world.openSessions());
      edits.widen(world.openSessions().get(0));
      awaitIndex(application, edits.lastSession());
      ProcessCpu ofApplication = new ProcessCpu(application.pid());
      double edit = editMillis(edits, world, ofDatabase);
      String decider =
          SignIns.cookie(application, edits.waiting(MANY_WAITING), World.PASSWORD);
      for (Target target : new Targets(world, edits, decider, path -> tag(application, path)).all()) {
        if (Pattern.compile(only).matcher(target.name()).find()) {
          double apart = target.name().equals("feed, built") ? edit : 0;
          Measurement row = measure(target, application, ofApplication, ofDatabase, apart);
          measured.put(target.name(), row);
          report.append(row.row());
          System.out.print(row.row());
        }
      }
      report.append(accounts(application, ofApplication, ofDatabase, database.dataSource()));
      report.append(LINE).append("Resident memory of the JVM at the end: ");
      report.append(ofApplication.residentMegabytes()).append(" MB (to be ≤ 800 MB).");
      report.append(String.format(" One edit costs the database %.2f ms, not counted.", edit));
      report.append(
          String.format(
              " A check of a right takes %.0f ns (to be ≤ 2000).", RightsWork.nanosPerCheck()));
    }
    report.append(LINE).append(LINE).append(growth(measured));
    if ("search".contains(only)) {
      report.append(search(place, database, world, measured));
    }
    return report.append(conditions()).toString();
  }

  /** Keeps what was measured, and compares it with what the world of a tenth gave. */
  private String growth(Map<String, Measurement> measured) throws IOException {
    Properties figures = new Properties();
    measured.forEach(
        (name, row) -> figures.setProperty(name, String.format(Locale.ROOT, "%.4f", row.cpu())));
    Path kept = folder.resolve("figures-" + size.name() + ".properties");
    try (var out = Files.newBufferedWriter(kept)) {
      figures.store(out, "processor time per request in ms");
    }
    String smaller = size.name().equals("calendar") ? "calendar-tenth" : "tenth";
    Path tenth = folder.resolve("figures-" + smaller + ".properties");
    if (!List.of("grown", "calendar").contains(size.name()) || !Files.exists(tenth)) {
      return "";
    }
    Properties before = new Properties();
    try (var in = Files.newBufferedReader(tenth)) {
      before.load(in);
    }
    StringBuilder report = new StringBuilder("| ten times the world costs | times |\n|---|--:|\n");
    for (String name : new TreeSet<>(before.stringPropertyNames())) {
      if (figures.containsKey(name)) {
        report.append(
            String.format(
                Locale.ROOT,
                "| %s | %.2f |%n",
                name,
                Double.parseDouble(figures.getProperty(name))
                    / Double.parseDouble(before.getProperty(name))));
      }
    }
    return report.append(LINE).toString();
  }

  /** Signing in, compared with a hash alone, and the largest import of people. */
  private String accounts(
      PackagedApplication application,
      ProcessCpu ofApplication,
      ProcessCpu ofDatabase,
      DataSource database)
      throws Exception {
    StringBuilder report = new StringBuilder();
    if ("sign-in".contains(only)) {
      List<String> officers = officers(database);
      for (int i = 0; i < WARM_ROUNDS; i++) {
        SignIns.of(application, officers, World.PASSWORD);
      }
      double before = working(ofApplication, ofDatabase);
      SignIns.of(application, officers, World.PASSWORD);
      double signIn = (working(ofApplication, ofDatabase) - before) / officers.size();
      double hash = HashWork.millis();
      report.append(
          String.format(
              Locale.ROOT,
              "%nA sign-in takes %.1f ms of processor time, a hash of its password alone %.1f ms:"
                  + " **%.2f** times that.%n",
              signIn,
              hash,
              signIn / hash));
    }
    if ("import".contains(only)) {
      double before = ofApplication.millis() + ofDatabase.millis();
      LargestImport.Took took =
          LargestImport.run(application, administrator(database), World.PASSWORD);
      report.append(
          String.format(
              Locale.ROOT,
              "%nAn import of 50,000 people: dry run %.1f s, applied %.1f s, together **%.1f s** (to"
                  + " be ≤ 60); undone %.1f s; %.0f s of processor time; progress %s.%n",
              took.dryRun().toMillis() / 1e3,
              took.applied().toMillis() / 1e3,
              took.dryRun().plus(took.applied()).toMillis() / 1e3,
              took.undone().toMillis() / 1e3,
              (ofApplication.millis() + ofDatabase.millis() - before) / 1e3,
              took.progress() ? "shown" : "NOT shown"));
    }
    System.out.print(report);
    return report.toString();
  }

  /** Of both sides, without what the compiler took: a node that runs for days has compiled all. */
  private static double working(ProcessCpu application, ProcessCpu database) {
    return application.millis() - application.compilerMillis() + database.millis();
  }

  private static List<String> officers(DataSource database) throws Exception {
    return emails(
        database,
        "SELECT email FROM person WHERE email LIKE '%@world.portolan.example' ORDER BY id DESC"
            + " LIMIT "
            + SIGN_INS);
  }

  private static String administrator(DataSource database) throws Exception {
    return emails(
            database,
            "SELECT p.email FROM person p JOIN mandate m ON m.person_id = p.id"
                + " WHERE m.office = 'admin' AND m.ends_at IS NULL"
                + " AND p.email LIKE '%@world.portolan.example' LIMIT 1")
        .get(0);
  }

  private static List<String> emails(DataSource database, String sql) throws Exception {
    List<String> emails = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql);
        var row = query.executeQuery()) {
      while (row.next()) {
        emails.add(row.getString(1));
      }
    }
    return emails;
  }

  static List<String> options() {
    List<String> options = new ArrayList<>(RECOMMENDED);
    String more = System.getProperty("bench.options", "").strip();
    if (!more.isEmpty()) {
      options.addAll(List.of(more.split("\\s+")));
    }
    return options;
  }

  Measurement measured(
      Target target,
      PackagedApplication application,
      ProcessCpu ofApplication,
      ProcessCpu ofDatabase) {
    try {
      Measurement row = measure(target, application, ofApplication, ofDatabase, 0);
      System.out.print(row.row());
      return row;
    } catch (Exception e) {
      throw new IllegalStateException("could not measure " + target.name(), e);
    }
  }

  private Measurement measure(
      Target target,
      PackagedApplication application,
      ProcessCpu ofApplication,
      ProcessCpu ofDatabase,
      double apart)
      throws Exception {
    Path results = folder.resolve("tool");
    long bytes = bytes(application, target.calls().get());
    int writes = size.people() > MANY_PEOPLE ? WARM_WRITES_OF_MANY : WARM_WRITES;
    int warm = target.calls().get().posts() ? writes : WARM;
    Load.run(
        application.url(""), target, new Load.Length(warmUp, warm, LONGEST_WARM_UP), results);
    double jvm = ofApplication.millis();
    double compiling = ofApplication.compilerMillis();
    double sql = ofDatabase.millis();
    Instant begin = Instant.now();
    Meter meter = Load.run(application.url(""), target, Load.Length.of(length), results);
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1e3;
    int requests = Math.max(1, meter.requests());
    return new Measurement(
        target,
        meter.requests(),
        meter.errors(),
        meter.percentile(50),
        meter.percentile(95),
        meter.percentile(99),
        requests / seconds,
        (ofApplication.millis() - jvm) / requests,
        (ofApplication.compilerMillis() - compiling) / requests,
        (ofDatabase.millis() - sql) / requests - apart,
        bytes);
  }

  private String tag(PackagedApplication application, String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(application.url(path))).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("ETag")
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As they travel, compressed. */
  private long bytes(PackagedApplication application, Target.Call call) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(application.url(call.path())))
            .header("Accept-Encoding", "gzip");
    if (call.cookie() != null) {
      request.header("Cookie", call.cookie());
    }
    if (call.token() != null) {
      request.header("Authorization", "Bearer " + call.token());
    }
    if (call.posts()) {
      request
          .header("Idempotency-Key", call.key())
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(Load.MOTIVATION));
    }
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(call.path() + " answers " + answer.statusCode());
    }
    return answer.body().length;
  }

  /** The index takes the world in by itself; when the last session is found it has all. */
  void awaitIndex(PackagedApplication application, String lastCode) throws Exception {
    HttpRequest last =
        HttpRequest.newBuilder(
                URI.create(application.url("/api/v1/search?type=session&limit=1&q=" + lastCode)))
            .build();
    Instant limit = Instant.now().plus(INDEX_LIMIT);
    while (!http.send(last, HttpResponse.BodyHandlers.ofString()).body().contains(lastCode)) {
      if (Instant.now().isAfter(limit)) {
        throw new IllegalStateException("the index does not come to " + lastCode);
      }
      Thread.sleep(500);
    }
  }

  private static double editMillis(Edits edits, World world, ProcessCpu database) {
    for (int i = 0; i < 500; i++) {
      edits.editSessionOf(world.busyCentre());
    }
    double before = database.millis();
    for (int i = 0; i < 2_000; i++) {
      edits.editSessionOf(world.busyCentre());
    }
    return (database.millis() - before) / 2_000;
  }

  private String search(
      Path place, SeparateDatabase database, World world, Map<String, Measurement> measured)
      throws Exception {
    Path copy = place.resolve("index-copy");
    delete(copy);
    copy(place.resolve("data").resolve("index"), copy);
    double query = queryMillis(database);
    double ping = measured.containsKey("ping") ? measured.get("ping").cpu() : 0;
    StringBuilder report =
        new StringBuilder(
            "| search | in process, as by REST | with 2 facets | one query | to be ≤ ping + 1.5 ×"
                + " (in process + query) | is |\n|---|--:|--:|--:|--:|--:|\n");
    String[] five = {
      SearchDocument.TYPE,
      SearchDocument.LANGUAGE,
      SearchDocument.REGION,
      SearchDocument.THEME,
      SearchDocument.YEAR
    };
    try (SearchWork work = new SearchWork(copy)) {
      for (boolean common : new boolean[] {true, false}) {
        String name = common ? "search, common word" : "search, rare word";
        Map<String, String> words = common ? world.commonWords() : world.rareWords();
        double asByRest = work.millis(words, five);
        double two = work.millis(words, SearchDocument.TYPE, SearchDocument.LANGUAGE);
        report.append(
            String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | **%s** |%n",
                name.substring(8),
                asByRest,
                two,
                query,
                ping + 1.5 * (two + query),
                measured.containsKey(name)
                    ? String.format(Locale.ROOT, "%.2f", measured.get(name).cpu())
                    : ""));
      }
    }
    return report.append(LINE).append(SearchWork.sizes(copy)).append(LINE).toString();
  }

  /** Processor time of both sides for reading ten rows by their keys. */
  double queryMillis(SeparateDatabase database) throws Exception {
    DataSource source = database.dataSource();
    ProcessCpu own = new ProcessCpu(ProcessHandle.current().pid());
    ProcessCpu server = new ProcessCpu(database.pid());
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT id, code, region_code, theme_code FROM practice WHERE id BETWEEN ? AND ?"
                    + " + 9")) {
      double before = 0;
      for (int i = 0; i < 2 * QUERIES; i++) {
        if (i == QUERIES) {
          before = own.millis() + server.millis();
        }
        query.setLong(1, i % 200);
        query.setLong(2, i % 200);
        try (var rows = query.executeQuery()) {
          while (rows.next()) {
            rows.getString(2);
          }
        }
      }
      return (own.millis() + server.millis() - before) / QUERIES;
    }
  }

  String conditions() {
    return String.format(
        "World %s, seed %d, anchor %s; %d connections on loopback where nothing else is said, %d s after %d s of warm-up; JVM"
            + " %s, options %s; %d processors.%n",
        size,
        SEED,
        anchor,
        Target.FEW,
        length.toSeconds(),
        warmUp.toSeconds(),
        System.getProperty("java.version"),
        options(),
        Runtime.getRuntime().availableProcessors());
  }

  /** The name of the newest migration: another schema wants another world. */
  private static String schema() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .max(Comparator.naturalOrder())
          .map(name -> name.substring(1, name.indexOf("__")))
          .orElseThrow();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Duration seconds(String name, int otherwise) {
    return Duration.ofSeconds(Integer.getInteger(name, otherwise));
  }
}
