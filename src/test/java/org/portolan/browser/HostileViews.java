package org.portolan.browser;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where hostile content is read: addresses of pages by what they show. */
final class HostileViews {
  private static final int SOME = Boolean.getBoolean("portolan.drill") ? 12 : 4;

  private HostileViews() {}

  static Map<String, List<String>> ofEverybody(HostileContent content) {
    Map<String, List<String>> views = new LinkedHashMap<>();
    views.put("home", List.of("/", "/?lang=ar"));
    views.put("practice", all("/knowledge/%s", content.practices));
    views.put("use of a practice", all("/knowledge/%s/use", content.practices, 2));
    views.put("collection", all("/collections/%s", content.collections));
    views.put("thesaurus", List.of("/thesaurus", "/thesaurus?q=onerror", "/thesaurus?q=qanat"));
    views.put("concept", all("/thesaurus/%s", content.concepts));
    views.put("directory", List.of("/regions", "/regions/WCA", "/regions/member/XS"));
    views.put("body", all("/regions/body/%s", content.bodies));
    views.put("course", all("/catalog/%s", List.copyOf(content.courses.values())));
    views.put(
        "courses beside each other",
        List.of(
            "/catalog/compare?course="
                + String.join("&course=", content.courses.values().stream().limit(3).toList())));
    views.put("session", all("/calendar/session/%s", content.sessions));
    views.put("calendar", calendar(content));
    views.put("search", searches());
    views.put("search, narrowed", reflected());
    views.put("errors", errors());
    return views;
  }

  static Map<String, List<String>> ofAPerson(HostileContent content) {
    Map<String, List<String>> views = new LinkedHashMap<>();
    String first = "/knowledge/" + content.practices.get(0);
    views.put("comments", List.of(first + "/comments", first));
    views.put("use, reported", List.of(first + "/use", first + "/use/new"));
    views.put("problem, told", List.of(first + "/problem"));
    views.put("translation, wished", List.of(first + "/translation"));
    views.put(
        "saved searches",
        List.of(
            "/my/searches",
            "/my/searches/new?q=" + HostileContent.encoded(ScriptPayloads.lines(200).get(0))));
    views.put(
        "application",
        List.of(
            "/applications",
            "/applications/" + content.applications.get(0),
            "/applications/" + content.applications.get(0) + "/why"));
    views.put(
        "account",
        List.of(
            "/account",
            "/account/profile",
            "/account/data",
            "/account/competencies",
            "/catalog/mine",
            "/my/attendance"));
    return views;
  }

  static Map<String, List<String>> ofDesks(HostileContent content) {
    String session = content.sessions.get(0);
    Map<String, List<String>> views = new LinkedHashMap<>();
    views.put("desk of practices", List.of("/desk/practices", "/desk/practices?state=published"));
    views.put("form of a practice", all("/desk/practices/%s", content.practices, SOME));
    views.put(
        "versions of a practice", all("/desk/practices/%s/versions", content.practices, SOME));
    views.put("files of a practice", all("/desk/practices/%s/files", content.practices, 1));
    views.put("desk of collections", List.of("/desk/collections"));
    views.put("form of a collection", all("/desk/collections/%s", content.collections, SOME));
    views.put("desk of problems", List.of("/desk/problems"));
    views.put("desk of translations", List.of("/desk/translations"));
    views.put("desk of use", List.of("/desk/uses"));
    views.put("desk of the thesaurus", List.of("/desk/thesaurus"));
    views.put("form of a concept", all("/desk/thesaurus/%s", content.concepts, SOME));
    views.put(
        "reference data",
        List.of(
            "/desk/reference", "/desk/reference?of=body", "/desk/reference?of=body&words=WATCHED"));
    views.put("form of a body", all("/desk/reference/body/%s", content.bodies, SOME));
    views.put("desk of courses", List.of("/desk/courses", "/desk/courses?words=WATCHED"));
    List<String> ids = List.copyOf(content.courses.keySet());
    views.put("course at the desk", all("/desk/courses/%s", ids, SOME));
    views.put("form of a course", all("/desk/courses/%s/facts", ids, SOME));
    views.put("text of a course", all("/desk/courses/%s/text/en", ids, SOME));
    views.put("desk of a centre", List.of("/desk/centre", "/desk/centre/session"));
    views.put(
        "session at the desk",
        List.of(
            "/desk/centre/session/" + session,
            "/desk/centre/session/" + session + "/seats",
            "/desk/centre/session/" + session + "/ledger",
            "/desk/centre/session/" + session + "/participants",
            "/desk/centre/session/" + session + "/conditions",
            "/desk/centre/session/" + session + "/copy",
            "/desk/session/" + session + "/roll-call"));
    views.put("messages", List.of("/desk/centre/session/" + session + "/message"));
    views.put("decisions", List.of("/desk/decisions"));
    views.put(
        "people",
        List.of(
            "/desk/people",
            "/desk/people/invitations",
            "/desk/people/requests",
            "/desk/persons",
            "/desk/persons?words=onerror",
            "/desk/mandates",
            "/desk/mandates/new"));
    views.put(
        "audit",
        List.of(
            "/desk/audit",
            "/desk/audit?action=practice.published",
            "/desk/audit?actor=" + HostileContent.encoded(ScriptPayloads.lines(180).get(0))));
    views.put("outbox", List.of("/desk/outbox", "/desk/outbox?words=trainee"));
    views.put("searches at the desk", List.of("/desk/searches", "/desk/needs"));
    views.put(
        "programme and radar",
        List.of(
            "/desk/programme",
            "/desk/radar",
            "/desk/resources",
            "/desk/exchange",
            "/desk/joint-editions"));
    return views;
  }

  private static List<String> all(String path, List<String> of) {
    return all(path, of, of.size());
  }

  private static List<String> all(String path, List<String> of, int most) {
    return of.stream().limit(most).map(path::formatted).toList();
  }

  private static List<String> calendar(HostileContent content) {
    List<String> paths = new ArrayList<>();
    String month = YearMonth.now(ZoneOffset.UTC).plusMonths(2).toString();
    for (String view : List.of("agenda", "week", "month", "year", "timeline")) {
      paths.add("/calendar?region=WCA&view=" + view);
      paths.add(
          "/calendar?region=WCA&view="
              + view
              + "&period="
              + (view.equals("year") ? month.substring(0, 4) : month));
      paths.add("/calendar/centre/DEMO-RTC-XS1?view=" + view);
    }
    paths.add("/calendar/centre/" + content.bodies.get(0));
    paths.add("/calendar/signage/DEMO-RTC-XS1");
    return paths;
  }

  /** Asked for as they are, and by words that find them, so that they are marked in snippets. */
  private static List<String> searches() {
    List<String> paths = new ArrayList<>();
    List<String> asked = ScriptPayloads.lines(250);
    asked.forEach(line -> paths.add("/search?q=" + HostileContent.encoded(line)));
    for (String words :
        List.of("onerror", "script", "svg onload", "javascript", "\"img src\"", "qanat1", "ran")) {
      for (String type : List.of("practice", "course", "collection", "session", "concept")) {
        paths.add("/search?q=" + HostileContent.encoded(words) + "&type=" + type);
      }
    }
    return paths;
  }

  /** In parameters that mean something else. */
  private static List<String> reflected() {
    List<String> paths = new ArrayList<>();
    for (String line : ScriptPayloads.lines(300)) {
      String text = HostileContent.encoded(line);
      paths.add("/search?q=customs&type=" + text + "&region=" + text + "&lang=" + text);
      paths.add("/search?q=customs&sort=" + text + "&from=" + text + "&theme=" + text);
      paths.add("/knowledge?theme=" + text + "&region=" + text + "&year=" + text);
      paths.add("/catalog?theme=" + text + "&words=" + text + "&level=" + text);
      paths.add("/calendar?region=" + text + "&view=" + text + "&zone=" + text);
      paths.add("/thesaurus?q=" + text);
      paths.add("/sign-in?next=" + text + "&to=" + text);
    }
    return paths;
  }

  private static List<String> errors() {
    return ScriptPayloads.lines(150).stream()
        .limit(12)
        .map(line -> "/knowledge/" + HostileContent.encoded(name(line)))
        .toList();
  }

  /** A text as one part of an address: what ends one, or lines, is not let through to anything. */
  static String name(String text) {
    return ReadPayloads.bare(text).replaceAll("[/\\\\]", "-");
  }
}
