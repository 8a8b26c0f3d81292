package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A centre says what the sessions of a course usually are, and plans one without saying it again.
 */
class SessionTemplateIT {
  private static final String COURSE = "DEMO-ORI-245";

  private static PackagedApplication application;
  private static Visitor centre;
  private static String course;
  private static String template;

  private final String venue = "Salle " + UUID.randomUUID();
  private final LocalDate day = LocalDate.now().plusMonths(9);

  @BeforeAll
  static void start() throws Exception {
    application = PackagedApplication.shared();
    centre = Visitor.signedIn(application, "centre");
    Matcher found =
        Pattern.compile("/desk/courses/(\\d+)")
            .matcher(centre.get("/desk/courses?words=" + COURSE).body());
    assertThat(found.find()).isTrue();
    course = found.group(1);
    template = "/desk/courses/" + course + "/template";
  }

  @AfterEach
  void asItWas() {
    String page = centre.get(template).body();
    if (page.contains("id=\"remove\"")) {
      post(Map.of("do", "remove", "version", value(page, "version")));
    }
  }

  @Test
  void whatNoSessionCouldBeIsSaidBesideTheFieldsAndNotLost() {
    Map<String, String> typed = new TreeMap<>(week());
    typed.putAll(
        Map.of(
            "days", "400",
            "end", "07:30",
            "seats", "a dozen",
            "days-coordinator", "never",
            "ask-donor", "on",
            "days-donor", "7",
            "queue", "many",
            "q-kind-0", "member",
            "q-code-0", "QQ",
            "q-count-0", "3"));
    HttpResponse<String> refused = post(typed);
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body())
        .contains(
            "Give a number of days from 1 to 366",
            "The day ends before it begins.",
            "Give a number of seats from 1 to 5000.",
            "Give everybody who is asked between 1 and 90 days.",
            "Give a whole number, at most 5000.",
            "No Member or region has this code.")
        .contains("value=\"400\"", "value=\"a dozen\"", "value=\"never\"", "value=\"many\"");

    typed.putAll(week());
    typed.putAll(Map.of("margin", "13", "q-code-0", "XS", "q-count-0", "26"));
    assertThat(post(typed).body())
        .contains("No more can be given beyond than the session has.")
        .contains("A quota is larger than the seats of the session.")
        .contains("one that has to agree must be named");
    assertThat(post(Map.of("do", "publish")).statusCode()).isEqualTo(404);
    assertThat(centre.get(template).body()).doesNotContain("id=\"remove\"");
  }

  @Test
  void whatIsNotSaidWhenASessionIsPlannedIsAsTheTemplateSays() {
    assertThat(post(week()).headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith(template + "?done=saved"));
    assertThat(post(week()).body())
        .as("what was opened is older")
        .contains("Somebody else changed this template meanwhile");

    String form = centre.get("/desk/centre/session?course=" + course).body();
    assertThat(form).contains("id=\"usual\"", template);
    assertThat(value(form, "venue")).isEqualTo(venue);
    assertThat(value(form, "seats")).isEqualTo("12");
    assertThat(value(form, "filled")).isEqualTo(course);

    HttpResponse<String> planned =
        centre.postFaces("/desk/centre/session", "plan", "publish", asShown(form));
    assertThat(planned.statusCode()).as(planned.body()).isEqualTo(302);
    String sessions =
        centre.get("/api/v1/sessions?centre=DEMO-RTC-XS1&from=" + day + "&to=" + day).body();
    assertThat(sessions)
        .contains("\"end\":\"" + day.plusDays(4) + "T16:00", "\"venue\":\"" + venue + "\"");
    assertThat(sessions.substring(sessions.indexOf(venue)))
        .contains("\"total\":12", "\"approval\":\"supervisor:5 coordinator\"");
  }

  @Test
  void whoeverDidNotSeeTheTemplateIsShownItBeforeAnythingIsKept() {
    post(week());
    Map<String, String> typed = new TreeMap<>(asShown(centre.get("/desk/centre/session").body()));
    typed.putAll(Map.of("seats", "7", "firstDay", day.toString(), "languages", "en"));
    HttpResponse<String> shown = centre.postFaces("/desk/centre/session", "plan", "publish", typed);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("Not saved yet");
    assertThat(value(shown.body(), "seats")).as("what was typed").isEqualTo("7");
    assertThat(value(shown.body(), "venue")).as("what was not").isEqualTo(venue);
    assertThat(value(shown.body(), "filled")).isEqualTo(course);
  }

  /** The fields that a browser would send of a new session, with a course and its first day. */
  private Map<String, String> asShown(String form) {
    Map<String, String> fields = new TreeMap<>();
    for (String name :
        new String[] {
          "version",
          "once",
          "filled",
          "start",
          "end",
          "venue",
          "room",
          "seats",
          "days-supervisor",
          "days-coordinator",
          "days-centre",
          "days-donor"
        }) {
      fields.put(name, value(form, name));
    }
    fields.putAll(
        Map.of(
            "course", course,
            "timing", "dated",
            "firstDay", day.toString(),
            "lastDay", "",
            "languages", "fr",
            "ask-coordinator", "on",
            "donor", ""));
    if (form.matches("(?s).*<input[^>]*name=\"ask-supervisor\"[^>]*checked.*")) {
      fields.put("ask-supervisor", "on");
    }
    return fields;
  }

  private Map<String, String> week() {
    return Map.ofEntries(
        Map.entry("do", "save"),
        Map.entry("version", "-1"),
        Map.entry("timing", "dated"),
        Map.entry("days", "5"),
        Map.entry("start", "08:30"),
        Map.entry("end", "16:00"),
        Map.entry("venue", venue),
        Map.entry("seats", "12"),
        Map.entry("languages", "fr"),
        Map.entry("ask-supervisor", "on"),
        Map.entry("days-supervisor", "5"),
        Map.entry("ask-coordinator", "on"),
        Map.entry("days-coordinator", "10"),
        Map.entry("queue", "4"),
        Map.entry("offer", "48"),
        Map.entry("quiet", "3"),
        Map.entry("margin", "1"));
  }

  private static HttpResponse<String> post(Map<String, String> fields) {
    return centre.post(template, fields);
  }

  /** Of a field; empty where it shows none. */
  private static String value(String page, String name) {
    Matcher field =
        Pattern.compile("name=\"" + Pattern.quote(name) + "\"[^>]* value=\"([^\"]*)\"")
            .matcher(page);
    return field.find() ? field.group(1) : "";
  }
}
