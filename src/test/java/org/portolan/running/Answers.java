package org.portolan.running;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads what the interface for programs answers. */
final class Answers {
  private Answers() {}

  static JsonObject read(HttpResponse<String> answer) {
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  /**
   * The session to come with the most seats left: a test that takes one of them disturbs no other.
   *
   * @param approval who decides on applications, as the interface says it
   */
  static long openSession(PackagedApplication application, String approval) {
    String path = "/api/v1/sessions?limit=500&from=" + LocalDate.now().plusDays(2);
    JsonObject sessions = read(new Visitor(application).get(path));
    Set<String> asking = AskingCourses.codes();
    return StreamSupport.stream(sessions.getAsJsonArray("items").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(session -> session.get("approval").getAsString().equals(approval))
        .filter(session -> session.get("state").getAsString().equals("published"))
        .filter(
            session ->
                !asking.contains(session.getAsJsonObject("course").get("code").getAsString()))
        .max(java.util.Comparator.comparingInt(Answers::left))
        .orElseThrow()
        .get("id")
        .getAsLong();
  }

  /** A session to come for which nobody has applied. */
  static long emptySession(PackagedApplication application, String approval) {
    String path = "/api/v1/sessions?limit=500&from=" + LocalDate.now().plusDays(9);
    JsonObject sessions = read(new Visitor(application).get(path));
    Set<String> asking = AskingCourses.codes();
    return StreamSupport.stream(sessions.getAsJsonArray("items").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(session -> session.get("approval").getAsString().equals(approval))
        .filter(session -> session.get("state").getAsString().equals("published"))
        .filter(session -> session.getAsJsonObject("seats").get("taken").getAsInt() == 0)
        .filter(session -> session.getAsJsonObject("seats").get("waiting").getAsInt() == 0)
        .filter(
            session ->
                !asking.contains(session.getAsJsonObject("course").get("code").getAsString()))
        .findFirst()
        .orElseThrow()
        .get("id")
        .getAsLong();
  }

  private static int left(JsonObject session) {
    return session.getAsJsonObject("seats").get("left").getAsInt();
  }
}
