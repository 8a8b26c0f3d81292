package org.portolan.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.portolan.bench.Target.Call;
import org.portolan.world.World;

/** What is asked of a world, in the order of the report. */
final class Targets {
  /** Enough to apply for one session as long as it is measured. */
  private static final int MANY = 10_000;

  /** Who applies for one session first comes to another so much later. */
  private static final int STEP = 997;

  /** So many people apply for a session at most while one thing is measured. */
  private static final int APART = 400;

  private final World world;
  private final Edits edits;
  private final String decider;

  private final UnaryOperator<String> tags;

  /**
   * @param decider cookie of a National Coordinator for whom many applications wait
   * @param tags of what stands at an address now
   */
  Targets(World world, Edits edits, String decider, UnaryOperator<String> tags) {
    this.tags = tags;
    this.world = world;
    this.edits = edits;
    this.decider = decider;
  }

  List<Target> all() {
    String centre = world.busyCentre();
    String month = world.anchor().toString().substring(0, 7);
    // the first has seats for all
    List<Long> one = world.openSessions().subList(0, 1);
    List<Long> sessions = world.openSessions().subList(1, world.openSessions().size());
    List<Target> all = new ArrayList<>();
    all.add(Target.of("ping", "", "/api/v1/ping"));
    String monthPage = "/calendar/centre/" + centre + "?view=month&month=" + month;
    all.add(Target.of("catalogue page, kept", "≤ 2", "/catalog"));
    all.add(new Target("catalogue page, built", "≤ 2", anew("/catalog?n=")));
    all.add(Target.of("course page, kept", "", "/catalog/" + world.courseCode()));
    all.add(new Target("course page, built", "", anew("/catalog/" + world.courseCode() + "?n=")));
    all.add(Target.of("directory page, kept", "≤ 2", "/regions"));
    all.add(new Target("directory page, built", "≤ 2", anew("/regions?n=")));
    all.add(Target.of("region page, kept", "≤ 2", "/regions/EUR"));
    all.add(new Target("region page, built", "≤ 2", anew("/regions/EUR?n=")));
    all.add(
        Target.of(
            "month by REST",
            "≤ 3",
            "/api/v1/sessions?centre="
                + centre
                + "&from="
                + month
                + "-01&to="
                + world.anchor().withDayOfMonth(world.anchor().lengthOfMonth())));
    all.add(Target.of("month page, kept", "≤ 6", monthPage));
    all.add(new Target("month page, built", "≤ 6", anew(monthPage + "&n=")));
    all.add(Target.of("feed, cached", "≤ 1", feed(centre)));
    String tag = tags.apply(feed(centre));
    all.add(
        new Target("feed, not changed", "≤ 1.2 × ping", () -> Call.again(feed(centre), tag)));
    // one reader: each edit is then met by one feed
    all.add(new Target("feed, built", "≤ 5", 1, built(centre)));
    String year =
        "/calendar?view=timeline&region=" + World.REGION + "&period=" + month.substring(0, 4);
    all.add(Target.of("year timeline of a region, kept", "≤ 20", year));
    all.add(new Target("year timeline of a region, built", "≤ 20", anew(year + "&n=")));
    List<String> checks = edits.checks(centre);
    if (!checks.isEmpty()) {
      AtomicInteger count = new AtomicInteger();
      all.add(
          new Target(
              "conflict check of a draft",
              "≤ 5",
              () ->
                  Call.read(
                      checks.get(count.getAndIncrement() % checks.size()), world.staff())));
    }
    String radar = "/api/v1/regions/" + World.REGION + "/radar?year=";
    all.add(
        new Target(
            "radar of a region and a year",
            "≤ 2000",
            1,
            () -> Call.read(radar + (world.anchor().minusMonths(6).getYear()), world.regionalOfficer())));
    all.add(new Target("search, common word", "", words(world.commonWords())));
    all.add(new Target("search, rare word", "", words(world.rareWords())));
    all.add(new Target("top ten, common word", "≤ ping + 0.3", bare(world.commonWords())));
    all.add(new Target("top ten, rare word", "≤ ping + 0.3", bare(world.rareWords())));
    all.add(
        new Target("search, common word, not kept", "", notKept("/api/v1/search?", world.commonWords())));
    all.add(
        new Target(
            "top ten, common word, not kept",
            "",
            notKept("/api/v1/search?facets=&snippets=false&", world.commonWords())));
    all.add(new Target("typeahead", "≤ ping + 0.3", typed(world.commonWords())));
    all.add(
        new Target(
            "cockpit of decisions",
            "≤ 15",
            () -> new Call("/desk/decisions", decider, null, null)));
    all.add(new Target("application", "≤ 4", applications("bench", sessions, 0)));
    if (world.size().people() > MANY) {
      all.add(
          new Target("application, 64 at once, one session", "≥ 350/s", 64, applications("bench-one", one, 0)));
      all.add(
          new Target(
              "application, 64 at once, 200 sessions", "≥ 500/s", 64, applications("bench-wide", sessions, APART)));
    }
    return all;
  }

  /** A page that nobody asked for before, as people who have signed in get it every time. */
  private static Supplier<Call> anew(String path) {
    AtomicInteger count = new AtomicInteger();
    return () -> Call.get(path + count.getAndIncrement());
  }

  private static String feed(String centre) {
    return "/calendar/centre/" + centre + ".ics";
  }

  /** A session is edited before the feed of its centre is asked for. */
  private Supplier<Call> built(String centre) {
    return () -> {
      edits.editSessionOf(centre);
      return Call.get(feed(centre));
    };
  }

  private static Supplier<Call> words(Map<String, String> words) {
    return asked("/api/v1/search?", words);
  }

  /** Ten hits and nothing counted. */
  private static Supplier<Call> bare(Map<String, String> words) {
    return asked("/api/v1/search?facets=&", words);
  }

  /** An answer is kept while nothing changes, so each time the mark of another page is asked for; as
   * it is none, the first one is given. */
  private static Supplier<Call> notKept(String address, Map<String, String> words) {
    AtomicInteger count = new AtomicInteger();
    List<String> addresses = addresses(address, words);
    return () -> {
      int number = count.getAndIncrement();
      return Call.get(addresses.get(number % addresses.size()) + "&cursor=none" + number);
    };
  }

  /** The first letters of words. */
  private static Supplier<Call> typed(Map<String, String> words) {
    Map<String, String> begun = new TreeMap<>();
    words.forEach((language, word) -> begun.put(language, word.substring(0, Math.min(3, word.length()))));
    return asked("/api/v1/suggest?", begun);
  }

  private static Supplier<Call> asked(String address, Map<String, String> words) {
    List<Call> calls = addresses(address, words).stream().map(Call::get).toList();
    AtomicInteger count = new AtomicInteger();
    return () -> calls.get(count.getAndIncrement() % calls.size());
  }

  private static List<String> addresses(String address, Map<String, String> words) {
    return words.entrySet().stream()
        .map(
            entry ->
                address
                    + "lang="
                    + entry.getKey()
                    + "&q="
                    + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .toList();
  }

  /**
   * Another person each time, and each session in turn.
   *
   * @param from which person of a session is the first
   */
  private Supplier<Call> applications(String key, List<Long> sessions, int from) {
    AtomicInteger count = new AtomicInteger();
    int people = world.tokens().size();
    return () -> {
      int number = count.getAndIncrement();
      World.PersonalToken token =
          world
              .tokens()
              .get(
                  (from + number / sessions.size() + number % sessions.size() * STEP) % people);
      return new Call(
          "/api/v1/sessions/" + sessions.get(number % sessions.size()) + "/applications",
          null,
          token.secret(),
          key + "-" + number);
    };
  }
}
