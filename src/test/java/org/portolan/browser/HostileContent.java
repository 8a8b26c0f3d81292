package org.portolan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portolan.platform.reading.MadeDocuments;
import org.portolan.running.PackagedApplication;

/**
 * The payloads in every field that keeps what people type, put there by the forms of those who may
 * write it, and where the results are read.
 */
final class HostileContent {
  private static final String CENTRE = "DEMO-RTC-XS1";
  private static final int FILES = Boolean.getBoolean("portolan.drill") ? 8 : 2;

  /** As many as one person may write in an hour, or in a day. */
  private static final int COMMENTS = 12;

  private static final int PROBLEMS = 10;

  /** To those who have seats in a session. */
  private static final int MESSAGES = 5;

  static final int SUBJECT = 150;

  private final PackagedApplication portolan;

  /** Codes of practices; the first has all payloads in its text. */
  final List<String> practices = new ArrayList<>();

  final List<String> collections = new ArrayList<>();
  final List<String> concepts = new ArrayList<>();
  final List<String> bodies = new ArrayList<>();

  /** Codes of courses by their number. */
  final Map<String, String> courses = new TreeMap<>();

  final List<String> sessions = new ArrayList<>();

  /** Numbers of seats asked for and given, in the first of the sessions. */
  final List<String> applications = new ArrayList<>();

  HostileContent(PackagedApplication portolan) {
    this.portolan = portolan;
  }

  private Window signedIn(String who) {
    Window window = Window.of(portolan, "en");
    window.go("/sign-in");
    window.signIn(who);
    window.go("/account");
    return window;
  }

  void write() {
    try (Window editor = signedIn("editor");
        Window colleague = signedIn("ermelinda.embala");
        Window trainee = signedIn("trainee");
        Window centre = signedIn("centre");
        Window keeper = signedIn("rocb");
        Window coordinator = signedIn("coordinator");
        Window admin = signedIn("admin")) {
      practices(new SentForms(editor), new SentForms(colleague));
      readers(new SentForms(trainee), new SentForms(coordinator));
      collections(new SentForms(editor));
      concepts(new SentForms(editor));
      bodies(new SentForms(admin));
      courses(new SentForms(centre), new SentForms(keeper));
      sessions(new SentForms(centre), trainee);
      letters(new SentForms(centre), new SentForms(coordinator));
      saved(new SentForms(trainee));
    }
    people();
  }

  private static String group(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
    return found.group(1);
  }

  private void practices(SentForms editor, SentForms colleague) {
    List<String> titles = ScriptPayloads.lines(200);
    List<String> summaries = ScriptPayloads.lines(390);
    String all = String.join("\n\n", ScriptPayloads.ALL);
    for (int i = 0; i < titles.size(); i++) {
      Map<String, String> fields = new HashMap<>();
      fields.put("language", "en");
      fields.put("title", titles.get(i));
      fields.put("summary", summaries.get(i % summaries.size()));
      fields.put("theme", "RISK");
      fields.put("year", "2026");
      for (String field :
          List.of(
              "context", "problem", "done", "result", "cost", "conditions", "contact", "body")) {
        fields.put(field, i == 0 ? all : titles.get(i));
      }
      fields.put("licence", "cc-by-sa-4.0");
      fields.put("consentFrom", titles.get(i));
      fields.put("consentOn", "2026-02-03");
      fields.put("note", titles.get(i));
      String code =
          group(
              editor.send("/desk/practices/new", "button[value=hand-in]", fields),
              "/practices/([^/?]+)");
      practices.add(code);
      String versions = "/desk/practices/" + code + "/versions";
      if (i == 0) {
        colleague.send(versions, "button[value=take-back]", Map.of());
        files(editor, code);
        String form = "/desk/practices/" + code;
        editor.send(form, "button[value=hand-in]", Map.of());
        colleague.send(
            versions,
            "button[value=send-back]",
            Map.of("words", ScriptPayloads.blocks(900).get(0)));
        editor.send(form, "button[value=hand-in]", Map.of());
      }
      colleague.send(versions, "button[value=approve]", Map.of());
    }
  }

  private static void files(SentForms editor, String code) {
    List<String> titles = ScriptPayloads.lines(200);
    for (int i = 0; i < FILES; i++) {
      String name = ScriptPayloads.ALL.get(i * 7 % ScriptPayloads.ALL.size()) + ".pdf";
      byte[] pdf =
          MadeDocuments.pdf(
              List.of("Check <script>ran(0)</script> <img src=x onerror=ran(0)> twice."));
      editor.send(
          "/desk/practices/" + code + "/files",
          "#send",
          Map.of("title", titles.get(i % titles.size())),
          name.replaceAll("[\\r\\n\\u0000]", ""),
          pdf);
    }
  }

  private void readers(SentForms trainee, SentForms coordinator) {
    String first = "/knowledge/" + practices.get(0);
    List<String> comments = ScriptPayloads.blocks(1_900);
    for (String words : comments.subList(0, Math.min(COMMENTS, comments.size()))) {
      trainee.send(first + "/comments", "form#say button", Map.of("words", words));
    }
    List<String> problems = ScriptPayloads.blocks(950);
    for (int i = 0; i < problems.size(); i++) {
      SentForms who = i < PROBLEMS ? trainee : coordinator;
      who.send(first + "/problem", "#tell", Map.of("words", problems.get(i)));
    }
    List<String> uses = ScriptPayloads.blocks(3_900);
    for (int i = 0; i < uses.size(); i++) {
      trainee.send(
          "/knowledge/" + (i == 0 ? practices.get(0) : practices.get(i)) + "/use/new",
          "#report",
          Map.of("words", uses.get(i)));
    }
    trainee.send(first + "/translation", "button[value=ask]", Map.of());
  }

  private void collections(SentForms editor) {
    List<String> words = ScriptPayloads.blocks(2_900);
    List<String> titles = ScriptPayloads.lines(160);
    for (int i = 0; i < titles.size(); i++) {
      editor.send(
          "/desk/collections/new",
          "button[value=save]",
          Map.of(
              "title-en",
              titles.get(i),
              "words-en",
              words.get(i % words.size()),
              "codes",
              practices.get(0) + "\n" + practices.get(i % practices.size())));
      collections.add(group(editor.next("button[value=publish]", Map.of()), "/collections/(\\d+)"));
    }
  }

  private void concepts(SentForms editor) {
    List<String> terms = ScriptPayloads.plainLines(160);
    for (int i = 0; i < terms.size(); i++) {
      String code = "watched-" + i;
      editor.send(
          "/desk/thesaurus/new",
          "form.form .actions button",
          Map.of(
              "as",
              code,
              "preferred-en",
              terms.get(i),
              "alternative-en",
              terms.get((i + 1) % terms.size()) + "\nqanat" + i,
              "acronym-en",
              terms.get((i + 2) % terms.size())));
      concepts.add(code);
    }
  }

  private void bodies(SentForms admin) {
    List<String> names = ScriptPayloads.lines(150);
    List<String> cities = ScriptPayloads.lines(75);
    for (int i = 0; i < names.size(); i++) {
      String code = "DEMO-WATCHED-" + i;
      Map<String, String> fields = new HashMap<>();
      fields.put("code", code);
      fields.put("kind", "rtc");
      for (String language : List.of("en", "fr", "es", "ar", "ru", "pt")) {
        fields.put("name." + language, names.get(i));
      }
      fields.put("region", "WCA");
      fields.put("member", "XS");
      fields.put("city", cities.get(i % cities.size()));
      fields.put("latitude", "3." + (10 + i));
      fields.put("longitude", "-4." + (10 + i));
      fields.put("zone", "Africa/Abidjan");
      fields.put("languages", "en");
      admin.send("/desk/reference/body/new", "#save", fields);
      bodies.add(code);
    }
  }

  private void courses(SentForms centre, SentForms keeper) {
    List<String> titles = ScriptPayloads.lines(200);
    List<String> summaries = ScriptPayloads.lines(390);
    String all = String.join("\n\n", ScriptPayloads.ALL);
    for (int i = 0; i < titles.size(); i++) {
      String code = "DEMO-WATCHED-" + i;
      Map<String, String> fields = new HashMap<>();
      fields.put("language", "en");
      fields.put("title", titles.get(i));
      fields.put("code", code);
      fields.put("centre", CENTRE);
      fields.put("theme", "VALUATION");
      fields.put("level", "basic");
      fields.put("mode", "workshop");
      fields.put("hours", "14");
      fields.put("audience", "operational");
      fields.put("instrument", ScriptPayloads.lines(60).get(i % 5));
      fields.put("competency", "valuation");
      fields.put("upTo", "1");
      String id =
          group(centre.send("/desk/courses/new", "button[value=save]", fields), "/courses/(\\d+)");
      String form = "/desk/courses/" + id;
      centre.send(
          form + "/text/en",
          "button[value=save]",
          Map.of(
              "summary",
              summaries.get(i % summaries.size()),
              "body",
              i == 0 ? all : titles.get(i)));
      centre.send(form, "button[value=submit]", Map.of());
      keeper.send(form, "button[value=publish]", Map.of());
      courses.put(id, code);
    }
  }

  private void sessions(SentForms centre, Window trainee) {
    List<String> venues = ScriptPayloads.lines(100);
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(40);
    int i = 0;
    for (String course : courses.keySet()) {
      Map<String, String> fields = new HashMap<>();
      fields.put("course", course);
      fields.put("firstDay", day.plusDays(2L * i).toString());
      fields.put("lastDay", day.plusDays(2L * i).toString());
      fields.put("start", "09:00");
      fields.put("end", "15:00");
      fields.put("venue", venues.get(i % venues.size()));
      fields.put("room", venues.get((i + 1) % venues.size()));
      fields.put("seats", "12");
      fields.put("languages", "en");
      fields.put("ask-coordinator", SentForms.NONE);
      centre.send("/desk/centre/session", "#publish", fields);
      i++;
    }
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> found =
        (List<Map<String, Object>>)
            trainee
                .json("/api/v1/sessions?limit=200&centre=" + CENTRE + "&from=" + day)
                .get("items");
    for (Map<String, Object> each : found) {
      if (String.valueOf(((Map<?, ?>) each.get("course")).get("code")).startsWith("DEMO-WATCHED")) {
        sessions.add(String.valueOf(each.get("id")));
      }
    }
    assertThat(sessions).as("sessions of hostile courses").isNotEmpty();
    SentForms officer = new SentForms(trainee);
    String why = ScriptPayloads.blocks(1_900).get(0);
    int needed = 1 + (ScriptPayloads.lines(SUBJECT).size() - 1) / MESSAGES;
    for (String session : sessions.subList(0, needed)) {
      String url =
          officer.send(
              "/apply/" + session, "form.form .btn:not(.quiet)", Map.of("motivation", why));
      applications.add(group(url, "/applications/(\\d+)"));
    }
  }

  /** Each line is the subject of a letter to who has a seat, and the name of somebody invited. */
  private void letters(SentForms centre, SentForms coordinator) {
    List<String> bodies = ScriptPayloads.blocks(4_800);
    int i = 0;
    for (String subject : ScriptPayloads.lines(SUBJECT)) {
      String application = applications.get(i / MESSAGES);
      centre.send(
          "/desk/centre/session/" + sessions.get(i / MESSAGES) + "/participants",
          "#message",
          Map.of("pick-" + application, application));
      centre.next("#send", Map.of("subject", subject, "body", bodies.get(i % bodies.size())));
      i++;
    }
    StringBuilder list = new StringBuilder("given;family;email;language;post\n");
    i = 0;
    for (String name : ScriptPayloads.plainLines(80)) {
      list.append(cell(name)).append(';').append(cell("Watched")).append(';');
      list.append("watched").append(i++).append("@customs.example;en;").append(cell(name));
      list.append('\n');
    }
    coordinator.send("/desk/people/invite", "#check-list", Map.of("list", list.toString()));
    coordinator.next("#confirm", Map.of());
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static void saved(SentForms trainee) {
    int i = 0;
    for (String name : ScriptPayloads.lines(120)) {
      if (i++ < 10) {
        trainee.send("/my/searches/new?q=" + encoded(name), "#save", Map.of("name", name));
      }
    }
  }

  static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  /** As names were that came in before there was a rule: no form takes them all. */
  private void people() {
    List<String> names = ScriptPayloads.lines(78);
    for (int i = 0; i < names.size(); i++) {
      portolan
          .database()
          .update(
              "UPDATE person SET given_name = ?, family_name = ?, post = ? WHERE code = ?",
              names.get(i),
              names.get((i + 1) % names.size()),
              names.get((i + 2) % names.size()),
              String.format("DEMO-P-%04d", i + 40));
    }
    // and whoever is signed in sees their own on every page
    portolan
        .database()
        .update(
            "UPDATE person SET given_name = ?, family_name = ? WHERE code IN ('DEMO-P-0001', 'DEMO-P-0006')",
            "<img src=x onerror=ran(0)>",
            "\"><svg/onload=ran(0)>'");
  }
}
