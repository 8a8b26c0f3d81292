package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trainer whom their centre names by their account reads what they teach in their calendar. */
class TrainerFeedIT {
  private static final String TRAINER = "editor";

  private PackagedApplication application;
  private Visitor centre;
  private Visitor trainer;
  private String page;
  private long session;
  private String code;

  @BeforeEach
  void book() {
    application = PackagedApplication.shared();
    centre = Visitor.signedIn(application, "centre");
    trainer = Visitor.signedIn(application, TRAINER);
    HttpResponse<String> added =
        centre.post(
            "/desk/resources/new",
            Map.of(
                "do",
                "save",
                "kind",
                "trainer",
                "name",
                "Adama",
                "languages",
                "en fr",
                "quantity",
                "1",
                "setup",
                "0",
                "clear",
                "0"));
    Matcher found = Pattern.compile("/desk/resources/\\d+").matcher(location(added));
    assertThat(found.find()).as(added.body()).isTrue();
    page = found.group();
    session =
        number(
            "SELECT MIN(s.id) FROM training_session s JOIN resource r ON r.centre_code ="
                + " s.centre_code WHERE r.id = "
                + id()
                + " AND s.state = 'published' AND s.timing = 'dated' AND s.first_day > '"
                + LocalDate.now(ZoneOffset.UTC).plusDays(1)
                + "'");
    Matcher said =
        Pattern.compile("\"code\":\"([\\w-]+)\"")
            .matcher(new Visitor(application).get("/api/v1/sessions/" + session).body());
    assertThat(said.find()).isTrue();
    code = said.group(1);
    assertThat(
            centre
                .post(
                    "/desk/centre/session/" + session + "/resources",
                    Map.of("do", "book", "resource", id(), "amount", "1"))
                .statusCode())
        .isEqualTo(302);
  }

  @AfterEach
  void release() {
    long booking =
        number("SELECT COALESCE(MAX(id), 0) FROM resource_booking WHERE resource_id = " + id());
    if (booking != 0) {
      give(booking);
    }
    link("");
    trainer.post("/account/calendar", Map.of("revoke", "yes"));
  }

  @Test
  void itHasWhatTheyTeachAndNothingOnceItIsRevoked() {
    String feed = address(trainer.post("/account/calendar", Map.of("make", "yes")));
    Visitor program = new Visitor(application);
    assertThat(program.get(feed).statusCode()).isEqualTo(200);
    assertThat(program.get(feed).body()).contains("BEGIN:VCALENDAR").doesNotContain(uid());
    link(TRAINER + "@demo.portolan.example");

    HttpResponse<String> taught = program.get(feed);

    assertThat(taught.headers().firstValue("Content-Type").orElse("")).contains("text/calendar");
    assertThat(taught.body()).contains(uid());
    give(number("SELECT MAX(id) FROM resource_booking WHERE resource_id = " + id()));
    assertThat(program.get(feed).body()).doesNotContain(uid());

    assertThat(trainer.post("/account/calendar", Map.of("revoke", "yes")).statusCode())
        .isEqualTo(302);
    HttpResponse<String> revoked = program.get(feed);
    HttpResponse<String> none = program.get("/calendar/mine/" + "x".repeat(43) + ".ics");
    assertThat(revoked.statusCode()).isEqualTo(none.statusCode()).isIn(404, 410);
    assertThat(revoked.body()).doesNotContain("VCALENDAR");
  }

  @Test
  void anotherAddressTakesThePlaceOfTheFirst() {
    String first = address(trainer.post("/account/calendar", Map.of("make", "yes")));
    String second = address(trainer.post("/account/calendar", Map.of("make", "yes")));
    Visitor program = new Visitor(application);
    assertThat(program.get(first).statusCode()).isIn(404, 410);
    assertThat(program.get(second).statusCode()).isEqualTo(200);
  }

  private String uid() {
    return "UID:" + code;
  }

  private void link(String email) {
    long version = number("SELECT version FROM resource WHERE id = " + id());
    Map<String, String> fields = new TreeMap<>();
    fields.put("do", "link");
    fields.put("version", String.valueOf(version));
    fields.put("email", email);
    assertThat(centre.post(page, fields).statusCode()).isEqualTo(302);
  }

  private void give(long booking) {
    assertThat(
            centre
                .post(
                    "/desk/centre/session/" + session + "/resources",
                    Map.of("do", "release", "booking", String.valueOf(booking)))
                .statusCode())
        .isEqualTo(302);
  }

  private String id() {
    return page.substring(page.lastIndexOf('/') + 1);
  }

  private long number(String sql) {
    return application.database().number(sql);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String address(HttpResponse<String> made) {
    Matcher address = Pattern.compile("/calendar/mine/[\\w-]+\\.ics").matcher(made.body());
    assertThat(address.find()).as(made.body()).isTrue();
    return address.group();
  }
}
