package org.portolan.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.portolan.running.PackagedApplication;

/**
 * People with offices by chance look for practices that are for everybody, for a region or for a
 * Member, by words by chance. Each practice has a mark of its own in all its texts, so that any
 * answer tells what it gave away; hits, counts and facets are compared with the oracle.
 */
final class SearchPeeping {
  /** The ways of looking, each of which can leak by itself. */
  enum Way {
    HITS,
    PAGE,
    SUGGESTIONS,
    MISTYPED,
    OWN_WORD,
    FEED,
    LIST,
    PRACTICE,
    PAPER,
    REGION,
    MEMBER,
    PROGRAM,
    PROGRAM_PRACTICE,
    SIMILAR,
    COLLEAGUES,
    COLLEAGUE,
    COLLECTION,
    PROGRAM_COLLECTION,
    HARVEST,
    SITEMAP
  }

  private static final int PEOPLE = 60;

  private static final int PRACTICES = 400;
  private static final int COLLECTIONS = 8;
  private static final int NAMED = 120;
  private static final int CLIENTS = 4;
  private static final String ALL = "zolkumaran";
  private static final String LETTERS = "bdfghjklmnprstvwxyza";
  private static final Pattern MARK = Pattern.compile("(?i)zuq([" + LETTERS + "]{5})q");
  private static final Pattern CODE = Pattern.compile("LEAK-(\\d{5})");
  private static final Pattern COUNT =
      Pattern.compile("id=\"rh\"[^>]*>\\D*([\\d\\s.,\u00a0\u202f]*)");
  private static final Pattern MORE = Pattern.compile("<resumptionToken[^>]*>([^<]+)<");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "pt", "ru", "ar");

  private final PackagedApplication application;
  private final DataSource database;
  private final ReadersOracle oracle;
  private final List<Someone> cast = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<Long> ids = new ArrayList<>();
  private final List<String> regions;
  private final List<String> members;
  private final List<String> themes;

  private final List<Collected> collections = new ArrayList<>();

  /** A collection and the numbers of its practices. */
  private record Collected(long id, List<Integer> practices) {}

  /** People with names of their own, of whom some agreed to be found. */
  private final List<Long> named = new ArrayList<>();

  private record Someone(long id, String session, Set<Integer> readable, Set<Long> colleagues) {}

  SearchPeeping(PackagedApplication application, DataSource database, long seed)
      throws SQLException {
    this.application = application;
    this.database = database;
    oracle = new ReadersOracle(database);
    SplittableRandom random = new SplittableRandom(seed);
    regions = texts("SELECT code FROM region ORDER BY code");
    members = texts("SELECT code FROM member_state WHERE demo = 1 OR code < 'C' ORDER BY code");
    themes = texts("SELECT code FROM theme ORDER BY code LIMIT 6");
    List<String> centres = texts("SELECT code FROM body WHERE kind = 'RTC' ORDER BY code");
    for (int i = 0; i < 40; i++) {
      words.add(word(random));
    }
    try (Records records = new Records(database)) {
      for (int i = 0; i < PRACTICES; i++) {
        ids.add(practice(records, i, random));
      }
      for (int i = 0; i < COLLECTIONS; i++) {
        collections.add(collection(records, random));
      }
      for (int i = 0; i < NAMED; i++) {
        named.add(named(records, i, random));
      }
      List<Cast> people = Cast.of(PEOPLE, records, random, members, centres, regions);
      records.keep();
      touch();
      cast.add(new Someone(0, null, readable(0), oracle.colleaguesOf(0)));
      for (Cast each : people) {
        cast.add(
            new Someone(
                each.person(),
                each.session(),
                readable(each.person()),
                oracle.colleaguesOf(each.person())));
      }
    }
  }

  private static String surname(int number) {
    return "Vey" + mark(number).substring(3, 8) + "x";
  }

  private long named(Records records, int number, SplittableRandom random) throws SQLException {
    long id =
        records.insert(
            "INSERT INTO person (code, given_name, family_name, email, member_code, language, post,"
                + " version) VALUES (?, 'Ada Bea', ?, ?, ?, 'en', 'Inspector', 1)",
            "PEEP-" + number,
            surname(number),
            "peep-" + number + "@demo.portolan.example",
            random.nextInt(10) == 0 ? null : one(members, random));
    if (random.nextInt(4) > 0) {
      records.insert(
          "INSERT INTO profile (person_id, grade, languages, supervisor_name, supervisor_email,"
              + " gender, zone, accessibility, name_public, findable, version)"
              + " VALUES (?, '', '', '', '', '', '', '', ?, ?, 1)",
          id,
          random.nextBoolean(),
          random.nextInt(3) > 0);
    }
    return id;
  }

  private Collected collection(Records records, SplittableRandom random) throws SQLException {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    long id =
        records.insert(
            "INSERT INTO practice_collection (region_code, state, published_at, updated_at, version)"
                + " VALUES (?, 'published', ?, ?, 1)",
            one(regions, random),
            now,
            now);
    records.insert(
        "INSERT INTO practice_collection_text (collection_id, language, title, words)"
            + " VALUES (?, 'en', 'Together', 'In order')",
        id);
    Set<Integer> numbers = new TreeSet<>();
    while (numbers.size() < 40) {
      numbers.add(random.nextInt(PRACTICES));
    }
    int place = 0;
    for (int number : numbers) {
      records.insert(
          "INSERT INTO practice_collection_item (collection_id, place, practice_id)"
              + " VALUES (?, ?, ?)",
          id,
          ++place,
          ids.get(number));
    }
    return new Collected(id, List.copyOf(numbers));
  }

  private Set<Integer> readable(long person) throws SQLException {
    Set<Long> all = oracle.readableBy(person);
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      if (all.contains(ids.get(i))) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  /** The index and whatever else follows changes looks at every practice again. */
  void touch() throws SQLException {
    try (Records records = new Records(database)) {
      records.insert(
          "INSERT INTO index_change (kind, entity_id, created_at)"
              + " SELECT 'practice', id, UTC_TIMESTAMP(6) FROM practice WHERE code LIKE 'LEAK-%'");
      records.keep();
    }
  }

  private long practice(Records records, int number, SplittableRandom random) throws SQLException {
    String member = one(members, random);
    String region =
        texts("SELECT region_code FROM member_state WHERE code = '" + member + "'").get(0);
    String readers = one(List.of("all", "region", "member"), random);
    boolean anyMember = !readers.equals("member") && random.nextInt(4) == 0;
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    long id =
        records.insert(
            "INSERT INTO practice (code, region_code, member_code, theme_code, practice_year, state,"
                + " readers, published_at, updated_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            code(number),
            region,
            anyMember ? null : member,
            one(themes, random),
            2019 + random.nextInt(6),
            random.nextInt(8) == 0 ? one(List.of("draft", "archived"), random) : "published",
            readers,
            now.minusDays(random.nextInt(2000)),
            now);
    Set<String> said = new TreeSet<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      said.add(one(words, random));
    }
    String text = String.join(" ", said);
    String mark = mark(number);
    records.insert(
        "INSERT INTO practice_text (practice_id, language, title, summary, body, original)"
            + " VALUES (?, ?, ?, ?, ?, 1)",
        id,
        one(LANGUAGES, random),
        mark + " title " + number,
        mark + " " + text + " summary",
        "The " + text + " of " + mark + " and " + ALL + " here.");
    return id;
  }

  private static String code(int number) {
    return String.format(Locale.ROOT, "LEAK-%05d", number);
  }

  /** Far from the marks of others, so that whoever mistypes one is not led to another. */
  private static String mark(int number) {
    long spread = number * 1_640_531L % 3_200_000L;
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      letters.append(LETTERS.charAt((int) (spread % 20)));
      spread /= 20;
    }
    return "zuq" + letters + "q";
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      word.append("bdgklmnprtvz".charAt(random.nextInt(12)))
          .append("aiou".charAt(random.nextInt(4)));
    }
    return word.append('k').toString();
  }

  /** Whether visitors find all that is for them: the index has taken what was written. */
  boolean ready() throws Exception {
    Set<String> wanted = oracle.codes(0, ALL, Map.of());
    JsonNode found = JSON.readTree(ask(cast.get(0), "/api/v1/search?limit=1&q=" + ALL).body());
    return found.path("total").asLong() == wanted.size();
  }

  /** Asks as many questions and says what answers gave away, or kept back. */
  List<String> ask(int questions, long seed) throws Exception {
    return ask(questions, seed, List.of(Way.values()), false);
  }

  /** Whether one of so many questions in one way gives something away. */
  boolean finds(int questions, long seed, Way way) throws Exception {
    return !ask(questions, seed, List.of(way), true).isEmpty();
  }

  private List<String> ask(int questions, long seed, List<Way> ways, boolean oneIsEnough)
      throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    List<Callable<List<String>>> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      SplittableRandom random = new SplittableRandom(seed + client);
      clients.add(
          () -> {
            List<String> leaks = new ArrayList<>();
            for (int i = 0; i < questions / CLIENTS && !enough.get(); i++) {
              leaks.addAll(question(one(cast, random), one(ways, random), random));
              enough.compareAndSet(false, oneIsEnough && !leaks.isEmpty());
            }
            return leaks;
          });
    }
    return Clients.together(clients).stream().flatMap(List::stream).toList();
  }

  private List<String> question(Someone someone, Way way, SplittableRandom random)
      throws Exception {
    int number = random.nextInt(PRACTICES);
    String mark = mark(number);
    String language = "&lang=" + one(LANGUAGES, random);
    return switch (way) {
      case HITS -> hits(someone, random);
      case PAGE -> page(someone, random);
      case SUGGESTIONS ->
          gaveAway(
              someone,
              "/api/v1/suggest?q=" + mark.substring(0, 4 + random.nextInt(4)) + language,
              "");
      case MISTYPED -> {
        String typed = mark.substring(0, 5) + "e" + mark.substring(6);
        List<String> leaks = gaveAway(someone, "/search?q=" + typed + language, typed);
        leaks.addAll(gaveAway(someone, "/api/v1/search?q=" + typed + language, typed));
        yield leaks;
      }
      case OWN_WORD -> gaveAway(someone, "/api/v1/search?q=" + mark + language, mark);
      case FEED ->
          gaveAway(
              someone,
              one(List.of("/search.atom", "/search.rss"), random)
                  + "?q="
                  + one(words, random)
                  + language
                  + "&"
                  + parameters(filters(random)),
              "");
      case LIST -> {
        Map<String, String> filters = filters(random);
        filters.remove("member");
        yield gaveAway(someone, "/knowledge?" + parameters(filters), "");
      }
      case PRACTICE -> opened(someone, number, "/knowledge/" + code(number));
      case PAPER -> opened(someone, number, "/knowledge/" + code(number) + ".pdf");
      case REGION -> gaveAway(someone, "/regions/" + one(regions, random), "");
      case MEMBER -> gaveAway(someone, "/regions/member/" + one(members, random), "");
      case PROGRAM -> listed(someone, filters(random), 1 + random.nextInt(60));
      case PROGRAM_PRACTICE -> opened(someone, number, "/api/v1/practices/" + code(number));
      case SIMILAR -> {
        String code = code(number);
        String similar = "/api/v1/similar?type=practice&code=" + code;
        List<String> leaks = opened(someone, number, similar);
        // whoever edits it may read its own words
        if (someone.readable().contains(number)) {
          leaks.addAll(gaveAway(someone, similar + language, ""));
          leaks.addAll(gaveAway(someone, "/knowledge/" + code + "?" + language, ""));
        }
        yield leaks;
      }
      case COLLEAGUES -> colleagues(someone, random.nextInt(NAMED), language);
      case COLLEAGUE -> colleague(someone, named.get(random.nextInt(NAMED)));
      case COLLECTION ->
          gaveAway(someone, "/collections/" + one(collections, random).id() + "?" + language, "");
      case PROGRAM_COLLECTION -> collected(someone, random);
      case HARVEST -> harvested(someone, random.nextBoolean() ? "ListRecords" : "ListIdentifiers");
      case SITEMAP -> gaveAway(visitor(someone), "/sitemap.xml", "");
    };
  }

  /** The list that programs read on and on has what the oracle says, each once. */
  private List<String> listed(Someone someone, Map<String, String> filters, int atOnce)
      throws Exception {
    String path = "/api/v1/practices?limit=" + atOnce + "&" + parameters(filters);
    List<String> leaks = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      String page = path + cursor;
      HttpResponse<String> answer = ask(someone, page);
      leaks.addAll(gaveAway(someone, page, answer, ""));
      if (answer.statusCode() != 200) {
        leaks.add(who(someone, page) + answer.statusCode());
        return leaks;
      }
      JsonNode found = JSON.readTree(answer.body());
      found.path("items").forEach(item -> codes.add(item.path("code").asText()));
      String next = found.path("next").asText(null);
      cursor = next == null ? null : "&cursor=" + next;
    }
    codes.removeIf(code -> !CODE.matcher(code).matches());
    Set<String> wanted = oracle.codes(someone.id(), ALL, filters);
    if (codes.size() != wanted.size() || !wanted.containsAll(codes)) {
      leaks.add(who(someone, path) + codes + " in place of " + wanted);
    }
    return leaks;
  }

  /** Under the search box stands who agreed and is in reach, and nobody else. */
  private List<String> colleagues(Someone someone, int number, String language) throws Exception {
    String path = "/api/v1/suggest?q=" + surname(number).toLowerCase(Locale.ROOT) + language;
    HttpResponse<String> answer = ask(someone, path);
    List<String> leaks = gaveAway(someone, path, answer, "");
    Set<String> shown = new HashSet<>();
    JSON.readTree(answer.body())
        .path("items")
        .forEach(
            each -> {
              if (each.path("path").asText().startsWith("/colleagues/")) {
                shown.add(each.path("path").asText().substring("/colleagues/".length()));
              }
            });
    long wanted = named.get(number);
    Set<String> expected =
        someone.colleagues().contains(wanted) ? Set.of(String.valueOf(wanted)) : Set.of();
    if (!shown.equals(expected)) {
      leaks.add(who(someone, path) + shown + " in place of " + expected);
    }
    return leaks;
  }

  private List<String> colleague(Someone someone, long wanted) throws Exception {
    String path = "/colleagues/" + wanted;
    int status = ask(someone, path).statusCode();
    int expected = someone.id() == 0 ? 302 : someone.colleagues().contains(wanted) ? 200 : 404;
    return status == expected
        ? List.of()
        : List.of(who(someone, path) + status + " in place of " + expected);
  }

  /**
   * A collection has those of its practices that one may read, and the list of them counts those.
   */
  private List<String> collected(Someone someone, SplittableRandom random) throws Exception {
    Collected collection = one(collections, random);
    Set<Integer> wanted = new HashSet<>(collection.practices());
    wanted.retainAll(someone.readable());
    String path = "/api/v1/collections/" + collection.id();
    HttpResponse<String> answer = ask(someone, path);
    List<String> leaks = gaveAway(someone, path, answer, "");
    Set<String> codes = new HashSet<>();
    JSON.readTree(answer.body())
        .path("practices")
        .forEach(each -> codes.add(each.path("code").asText()));
    if (!codes.equals(wanted.stream().map(SearchPeeping::code).collect(Collectors.toSet()))) {
      leaks.add(who(someone, path) + codes + " in place of " + wanted);
    }
    String list = "/api/v1/collections?limit=100";
    for (JsonNode each : JSON.readTree(ask(someone, list).body()).path("items")) {
      if (each.path("id").asLong() == collection.id()
          && each.path("practices").asInt() != wanted.size()) {
        leaks.add(who(someone, list) + each.path("practices") + " in place of " + wanted.size());
      }
    }
    return leaks;
  }

  /** All pages of it: what was changed last comes last. */
  private List<String> harvested(Someone someone, String verb) throws Exception {
    Someone visitor = visitor(someone);
    List<String> leaks = new ArrayList<>();
    String path = "/oai?verb=" + verb + "&metadataPrefix=oai_dc&set=practice";
    while (path != null) {
      HttpResponse<String> answer = ask(visitor, path);
      leaks.addAll(gaveAway(visitor, path, answer, ""));
      Matcher more = MORE.matcher(answer.body());
      path =
          answer.statusCode() == 200 && more.find()
              ? "/oai?verb="
                  + verb
                  + "&resumptionToken="
                  + URLEncoder.encode(more.group(1), StandardCharsets.UTF_8)
              : null;
    }
    return leaks;
  }

  /** With the session of somebody, but only what visitors may see is to be given. */
  private Someone visitor(Someone someone) {
    return new Someone(0, someone.session(), cast.get(0).readable(), Set.of());
  }

  private List<String> hits(Someone someone, SplittableRandom random) throws Exception {
    String word = random.nextInt(5) == 0 ? ALL : one(words, random);
    Map<String, String> filters = filters(random);
    String path =
        "/api/v1/search?limit=50&q="
            + word
            + "&lang="
            + one(LANGUAGES, random)
            + "&"
            + parameters(filters);
    HttpResponse<String> answer = ask(someone, path);
    List<String> leaks = gaveAway(someone, path, answer, word);
    if (answer.statusCode() != 200) {
      leaks.add(who(someone, path) + answer.statusCode());
      return leaks;
    }
    JsonNode found = JSON.readTree(answer.body());
    Set<String> wanted = oracle.codes(someone.id(), word, filters);
    // where nothing is found that has the word, others are looked for
    if (wanted.isEmpty()) {
      return leaks;
    }
    if (found.path("total").asLong() != wanted.size()) {
      leaks.add(who(someone, path) + found.path("total") + " in place of " + wanted.size());
    }
    Set<String> codes = new HashSet<>();
    found.path("hits").forEach(hit -> codes.add(hit.path("code").asText()));
    if (wanted.size() <= 50 && !codes.equals(wanted) || !wanted.containsAll(codes)) {
      leaks.add(who(someone, path) + codes + " in place of " + wanted);
    }
    for (String dimension : ReadersOracle.COLUMNS.keySet()) {
      Map<String, Long> counts = new TreeMap<>();
      found
          .path("facets")
          .path(dimension)
          .forEach(value -> counts.put(value.path("value").asText(), value.path("count").asLong()));
      Map<String, Long> expected = oracle.values(someone.id(), word, filters, dimension);
      if (!counts.equals(expected)) {
        leaks.add(who(someone, path) + dimension + counts + " in place of " + expected);
      }
    }
    return leaks;
  }

  private List<String> page(Someone someone, SplittableRandom random) throws Exception {
    String word = one(words, random);
    Map<String, String> filters = filters(random);
    String path = "/search?lang=en&q=" + word + "&" + parameters(filters);
    HttpResponse<String> answer = ask(someone, path);
    List<String> leaks = gaveAway(someone, path, answer, word);
    int wanted = oracle.codes(someone.id(), word, filters).size();
    Matcher count = COUNT.matcher(answer.body());
    if (wanted > 1
        && (!count.find() || !count.group(1).replaceAll("\\D", "").equals("" + wanted))) {
      leaks.add(who(someone, path) + "another count than " + wanted);
    }
    return leaks;
  }

  private List<String> opened(Someone someone, int number, String path) throws Exception {
    HttpResponse<String> answer = ask(someone, path);
    boolean wanted = someone.readable().contains(number);
    List<String> leaks = new ArrayList<>();
    boolean shown = answer.statusCode() == 200;
    // those who edit see drafts too, and whoever may read what is archived is told that it is gone
    if (shown != wanted && !(shown && edits(someone, number))) {
      leaks.add(who(someone, path) + answer.statusCode());
    }
    return leaks;
  }

  private boolean edits(Someone someone, int number) throws SQLException {
    return !texts(
            "SELECT m.id FROM mandate m LEFT JOIN mandate h ON h.id = m.deputy_for"
                + " WHERE m.person_id = "
                + someone.id()
                + " AND m.office IN ('editor', 'admin') AND m.starts_at <= UTC_TIMESTAMP(6)"
                + " AND (m.ends_at IS NULL OR m.ends_at > UTC_TIMESTAMP(6))"
                + " AND (m.office = 'admin' OR m.scope_code ="
                + " (SELECT region_code FROM practice WHERE id = "
                + ids.get(number)
                + "))")
        .isEmpty();
  }

  private List<String> gaveAway(Someone someone, String path, String typed) throws Exception {
    HttpResponse<String> answer = ask(someone, path);
    List<String> leaks = gaveAway(someone, path, answer, typed);
    if (answer.statusCode() != 200) {
      leaks.add(who(someone, path) + answer.statusCode());
    }
    return leaks;
  }

  /** What was typed is said again: that gives nothing away. */
  private List<String> gaveAway(
      Someone someone, String path, HttpResponse<String> answer, String typed) {
    List<String> leaks = new ArrayList<>();
    String body = typed.isEmpty() ? answer.body() : answer.body().replace(typed, "");
    Matcher mark = MARK.matcher(body);
    while (mark.find()) {
      Integer number = numbers().get(mark.group().toLowerCase(Locale.ROOT));
      if (number == null || !someone.readable().contains(number)) {
        leaks.add(who(someone, path) + mark.group());
      }
    }
    Matcher code = CODE.matcher(body);
    while (code.find()) {
      if (!someone.readable().contains(Integer.parseInt(code.group(1)))) {
        leaks.add(who(someone, path) + code.group());
      }
    }
    return leaks;
  }

  private Map<String, Integer> numbers;

  private synchronized Map<String, Integer> numbers() {
    if (numbers == null) {
      numbers = new HashMap<>();
      for (int i = 0; i < PRACTICES; i++) {
        numbers.put(mark(i), i);
      }
    }
    return numbers;
  }

  private static String who(Someone someone, String path) {
    return "person " + someone.id() + " " + path + " -> ";
  }

  private HttpResponse<String> ask(Someone someone, String path) throws Exception {
    HttpRequest.Builder request = Clients.to(application.url(path));
    if (someone.session() != null) {
      request.header("Cookie", "__Host-portolan=" + someone.session());
    }
    return Clients.HTTP.send(
        request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private Map<String, String> filters(SplittableRandom random) {
    Map<String, String> filters = new TreeMap<>();
    if (random.nextInt(3) == 0) {
      filters.put("region", one(regions, random));
    }
    if (random.nextInt(4) == 0) {
      filters.put("theme", one(themes, random));
    }
    if (random.nextInt(4) == 0) {
      filters.put("year", "" + (2019 + random.nextInt(6)));
    }
    if (random.nextInt(8) == 0) {
      filters.put("member", one(members, random));
    }
    return filters;
  }

  private static String parameters(Map<String, String> filters) {
    List<String> all = new ArrayList<>();
    filters.forEach((name, value) -> all.add(name + "=" + value));
    return String.join("&", all);
  }

  private static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }
}
