package org.portolan.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs ask for and are answered: shapes, refusals, the description of it all. */
class ProgramsIT {
  private static PackagedApplication application;
  private static String token;

  private final Visitor program = new Visitor(application);

  @BeforeAll
  static void start() {
    application = PackagedApplication.shared();
    HttpResponse<String> made =
        Visitor.signedIn(application, "daria.yakoreva")
            .postFaces(
                "/account/tokens",
                "make",
                "create",
                Map.of("name", "ProgramsIT", "scope", "read apply", "days", "30"));
    Matcher secret = Pattern.compile("id=\"secret\"[^>]*>([^<]+)<").matcher(made.body());
    assertThat(secret.find()).as("a token on the page").isTrue();
    token = secret.group(1);
  }

  @Test
  void aCourseComesWithItsText() {
    JsonObject course = read("/api/v1/courses/DEMO-HS-101?lang=fr");
    assertThat(course.keySet())
        .containsExactlyInAnyOrder(
            "code",
            "title",
            "summary",
            "body",
            "language",
            "languages",
            "theme",
            "region",
            "centre",
            "level",
            "mode",
            "hours",
            "audience",
            "validFrom",
            "validUntil",
            "instrument",
            "state",
            "catalogue",
            "themes",
            "audiences",
            "gives",
            "requires",
            "behind",
            "sponsor",
            "successor");
    assertThat(course.getAsJsonArray("behind")).hasToString("[\"es\"]");
    assertThat(course.get("code").getAsString()).isEqualTo("DEMO-HS-101");
    assertThat(course.get("language").getAsString()).isEqualTo("fr");
    assertThat(course.get("hours").getAsInt()).isPositive();
    assertThat(course.get("body").getAsString()).isNotBlank();
  }

  @Test
  void practicesAreReadOnBehindTheLastOfAPage() {
    List<String> codes = new ArrayList<>();
    String cursor = "";
    long total;
    do {
      JsonObject page = read("/api/v1/practices?limit=30&lang=en" + cursor);
      total = page.get("total").getAsLong();
      page.getAsJsonArray("items")
          .forEach(each -> codes.add(each.getAsJsonObject().get("code").getAsString()));
      cursor = page.get("next").isJsonNull() ? null : "&cursor=" + page.get("next").getAsString();
    } while (cursor != null);
    assertThat(codes).hasSize((int) total).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    assertThat(read("/api/v1/practices?cursor=none&limit=1").getAsJsonArray("items").toString())
        .contains(codes.get(0));
  }

  @Test
  void practicesAreThoseOfAllFiltersAndNothingOfOneThatMeansNothing() {
    JsonArray items =
        read("/api/v1/practices?region=WCA&language=fr&lang=fr").getAsJsonArray("items");
    assertThat(items).isNotEmpty();
    assertThat(items)
        .allSatisfy(
            each -> {
              JsonObject practice = each.getAsJsonObject();
              assertThat(practice.keySet())
                  .containsExactlyInAnyOrder(
                      "code",
                      "address",
                      "region",
                      "member",
                      "theme",
                      "year",
                      "languages",
                      "publishedAt",
                      "updatedAt",
                      "administrations",
                      "uses",
                      "comments",
                      "title",
                      "summary",
                      "language");
              assertThat(practice.get("region").getAsString()).isEqualTo("WCA");
              assertThat(practice.get("language").getAsString()).isEqualTo("fr");
            });
    String member =
        read("/api/v1/practices").getAsJsonArray("items").asList().stream()
            .map(each -> each.getAsJsonObject().get("member"))
            .filter(each -> !each.isJsonNull())
            .findFirst()
            .orElseThrow()
            .getAsString();
    assertThat(read("/api/v1/practices?member=" + member).getAsJsonArray("items"))
        .isNotEmpty()
        .allMatch(each -> each.getAsJsonObject().get("member").getAsString().equals(member));
    JsonObject nothing = read("/api/v1/practices?region=NOWHERE&year=lately");
    assertThat(nothing.get("total").getAsInt()).isZero();
    assertThat(nothing.getAsJsonObject("unknown").keySet())
        .containsExactlyInAnyOrder("region", "year");
  }

  @Test
  void aPracticeComesInAllItsLanguagesAndIsNotSentTwice() {
    HttpResponse<String> answer = program.get("/api/v1/practices/DEMO-PR-041");
    JsonObject practice = Answers.read(answer);
    assertThat(practice.keySet())
        .containsExactlyInAnyOrder(
            "code",
            "address",
            "region",
            "member",
            "theme",
            "year",
            "languages",
            "publishedAt",
            "updatedAt",
            "edition",
            "licence",
            "source",
            "kind",
            "links",
            "texts",
            "administrations",
            "uses",
            "comments",
            "useReports");
    assertThat(practice.getAsJsonArray("texts"))
        .hasSameSizeAs(practice.getAsJsonArray("languages"))
        .allSatisfy(
            each -> assertThat(each.getAsJsonObject().get("title").getAsString()).isNotBlank());
    assertThat(practice.getAsJsonArray("useReports"))
        .hasSize(practice.get("uses").getAsInt())
        .allSatisfy(
            each ->
                assertThat(each.getAsJsonObject().keySet())
                    .containsExactlyInAnyOrder("member", "year", "month", "language", "report"));
    assertThat(practice.getAsJsonObject("licence").get("code").getAsString())
        .isEqualTo("cc-by-4.0");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        program.send(program.request("/api/v1/practices/DEMO-PR-041").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(program.get("/api/v1/practices/DEMO-NONE").statusCode()).isEqualTo(404);
  }

  @Test
  void aCourseThatIsNotThereIsAProblemThatNamesIt() {
    HttpResponse<String> answer = program.get("/api/v1/courses/DEMO-NONE");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonObject problem = Answers.read(answer);
    assertThat(problem.get("type").getAsString()).isEqualTo("not-found");
    assertThat(problem.get("detail").getAsString()).contains("DEMO-NONE");
  }

  @Test
  void regionsComeWhole() {
    JsonObject regions = read("/api/v1/regions?lang=ar");
    JsonArray items = regions.getAsJsonArray("items");
    assertThat(items).hasSize(6);
    assertThat(regions.get("total").getAsInt()).isEqualTo(6);
    assertThat(regions.get("next").isJsonNull()).isTrue();
    assertThat(items)
        .allSatisfy(
            each ->
                assertThat(each.getAsJsonObject().keySet())
                    .containsExactlyInAnyOrder(
                        "code", "label", "name", "languages", "members", "viceChair"));
    assertThat(items.toString()).contains("\"WCA\"");
    assertThat(items.get(0).getAsJsonObject().get("name").getAsString()).matches("\\p{IsArabic}.*");
  }

  @Test
  void centresAreThoseOfTheRegionAskedFor() {
    JsonArray items = read("/api/v1/centres?region=WCA").getAsJsonArray("items");
    assertThat(items).isNotEmpty();
    assertThat(items)
        .allSatisfy(
            each -> {
              JsonObject centre = each.getAsJsonObject();
              assertThat(centre.get("region").getAsString()).isEqualTo("WCA");
              assertThat(centre.keySet())
                  .containsExactlyInAnyOrder(
                      "code",
                      "name",
                      "region",
                      "member",
                      "city",
                      "latitude",
                      "longitude",
                      "zone",
                      "languages",
                      "since",
                      "website");
            });
    assertThat(read("/api/v1/centres").get("total").getAsInt()).isGreaterThan(items.size());
  }

  @Test
  void bodiesAreThoseOfTheKindAndRegionAskedFor() {
    JsonArray offices = read("/api/v1/bodies?kind=rocb").getAsJsonArray("items");
    assertThat(offices).hasSize(6);
    JsonObject office =
        read("/api/v1/bodies?kind=rocb&region=EUR")
            .getAsJsonArray("items")
            .get(0)
            .getAsJsonObject();
    assertThat(office.get("code").getAsString()).isEqualTo("ROCB-EUR");
    assertThat(office.get("city").getAsString()).isEqualTo("Baku");
    JsonArray donors = read("/api/v1/bodies?kind=donor").getAsJsonArray("items");
    assertThat(donors)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.getAsJsonObject().get("region").isJsonNull()).isTrue());
  }

  @Test
  void jobProfilesNeedCompetenciesThatAreListed() {
    Set<String> competencies = new TreeSet<>();
    read("/api/v1/competencies")
        .getAsJsonArray("items")
        .forEach(each -> competencies.add(each.getAsJsonObject().get("code").getAsString()));
    assertThat(competencies).hasSizeGreaterThanOrEqualTo(42);
    JsonArray profiles = read("/api/v1/job-profiles").getAsJsonArray("items");
    assertThat(profiles)
        .hasSizeGreaterThanOrEqualTo(26)
        .allSatisfy(
            profile ->
                assertThat(profile.getAsJsonObject().getAsJsonArray("needs"))
                    .isNotEmpty()
                    .allSatisfy(
                        need ->
                            assertThat(competencies)
                                .contains(need.getAsJsonObject().get("competency").getAsString())));
  }

  @Test
  void membersAreThoseOfTheRegionAskedFor() {
    JsonArray members = read("/api/v1/members?region=MENA").getAsJsonArray("items");
    assertThat(members)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.getAsJsonObject().get("region").getAsString()).isEqualTo("MENA"));
    assertThat(read("/api/v1/members").get("total").getAsInt()).isGreaterThan(187);
  }

  @Test
  void whatIsTypedBringsTitlesThatBeginSo() {
    JsonArray items = read("/api/v1/suggest?q=custo").getAsJsonArray("items");
    assertThat(items).isNotEmpty();
    assertThat(items)
        .allSatisfy(
            each -> {
              JsonObject item = each.getAsJsonObject();
              assertThat(item.keySet())
                  .containsExactlyInAnyOrder("title", "language", "type", "path");
              assertThat(item.get("path").getAsString()).startsWith("/");
            });
    assertThat(read("/api/v1/suggest").getAsJsonArray("items")).isEmpty();
  }

  @Test
  void aTermThatIsBegunLeadsToItsConcept() {
    assertThat(read("/api/v1/suggest?lang=fr&q=valeur+en+dou").getAsJsonArray("items"))
        .extracting(each -> each.getAsJsonObject().get("path").getAsString())
        .contains("/thesaurus/customs-value");
  }

  @Test
  void whatIsLikeAnItemIsOfAnyKindAndNeverItself() {
    JsonArray items =
        read("/api/v1/similar?type=practice&code=DEMO-PR-001&lang=fr").getAsJsonArray("items");
    assertThat(items.size()).isBetween(1, 5);
    assertThat(items)
        .allSatisfy(
            each -> {
              JsonObject item = each.getAsJsonObject();
              assertThat(item.keySet())
                  .containsExactlyInAnyOrder("type", "code", "path", "title", "language");
              assertThat(item.get("code").getAsString()).isNotEqualTo("DEMO-PR-001");
              assertThat(item.get("type").getAsString()).isNotEqualTo("session");
            });
    assertThat(program.get("/api/v1/similar?type=practice&code=NO-SUCH").statusCode())
        .isEqualTo(404);
    assertThat(program.get("/api/v1/similar?type=session&code=DEMO-PR-001").statusCode())
        .isEqualTo(404);
  }

  @Test
  void usesAreCountedForEverybodyAndCommentsForWhoIsSignedIn() {
    List<JsonObject> used =
        read("/api/v1/practices?limit=100").getAsJsonArray("items").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(each -> each.get("uses").getAsInt() > 0)
            .toList();
    assertThat(used).isNotEmpty();
    for (JsonObject each : used) {
      JsonObject whole = read("/api/v1/practices/" + each.get("code").getAsString());
      JsonArray reports = whole.getAsJsonArray("useReports");
      assertThat(reports).hasSize(each.get("uses").getAsInt());
      assertThat(
              reports.asList().stream()
                  .map(report -> report.getAsJsonObject().get("member").getAsString())
                  .distinct())
          .hasSize(each.get("administrations").getAsInt());
      assertThat(each.get("comments").isJsonNull()).isTrue();
      assertThat(whole.get("comments").isJsonNull()).isTrue();
    }
    JsonObject mine =
        Answers.read(
            program.send(
                program
                    .request("/api/v1/practices?limit=1")
                    .header("Authorization", "Bearer " + token)));
    assertThat(mine.getAsJsonArray("items").get(0).getAsJsonObject().get("comments").getAsInt())
        .isNotNegative();
  }

  @Test
  void collectionsAreReadOnBehindTheLastOfAPageWithTheirPractices() {
    List<Long> ids = new ArrayList<>();
    String cursor = "";
    long total;
    do {
      JsonObject page = read("/api/v1/collections?limit=1&lang=fr" + cursor);
      total = page.get("total").getAsLong();
      page.getAsJsonArray("items")
          .forEach(
              each -> {
                JsonObject collection = each.getAsJsonObject();
                assertThat(collection.keySet())
                    .containsExactlyInAnyOrder(
                        "id",
                        "address",
                        "region",
                        "publishedAt",
                        "updatedAt",
                        "texts",
                        "practices");
                ids.add(collection.get("id").getAsLong());
                JsonObject whole = read("/api/v1/collections/" + collection.get("id"));
                assertThat(whole.getAsJsonArray("practices"))
                    .hasSize(collection.get("practices").getAsInt())
                    .isNotEmpty();
                assertThat(whole.get("texts")).isEqualTo(collection.get("texts"));
                String code =
                    whole
                        .getAsJsonArray("practices")
                        .get(0)
                        .getAsJsonObject()
                        .get("code")
                        .getAsString();
                assertThat(program.get("/api/v1/practices/" + code).statusCode()).isEqualTo(200);
              });
      cursor = page.get("next").isJsonNull() ? null : "&cursor=" + page.get("next").getAsString();
    } while (cursor != null);
    assertThat(ids).hasSize((int) total).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(read("/api/v1/collections?cursor=none&limit=1").getAsJsonArray("items").get(0))
        .extracting(each -> each.getAsJsonObject().get("id").getAsLong())
        .isEqualTo(ids.get(0));
    assertThat(program.get("/api/v1/collections/999999999").statusCode()).isEqualTo(404);
    assertThat(program.get("/api/v1/collections/none").statusCode()).isEqualTo(404);
  }

  @Test
  void aSearchForTitlesAloneHasNoPassages() {
    String address = "/api/v1/search?facets=&q=customs";
    JsonArray whole = read(address).getAsJsonArray("hits");
    JsonArray bare = read(address + "&snippets=false").getAsJsonArray("hits");

    assertThat(whole).isNotEmpty().hasSameSizeAs(bare);
    for (int i = 0; i < whole.size(); i++) {
      JsonObject hit = whole.get(i).getAsJsonObject();
      assertThat(hit.keySet()).contains("titleParts", "snippet");
      hit.remove("titleParts");
      hit.remove("snippet");
      assertThat(bare.get(i)).isEqualTo(hit);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "courses,theme",
    "courses,language",
    "courses,region",
    "courses,mode",
    "courses,level",
    "sessions,centre",
    "sessions,region",
    "sessions,theme",
    "sessions,language",
    "search,type",
    "search,language",
    "search,region",
    "search,theme",
    "search,year",
    "search,course",
    "collections,region",
    "search,kind",
    "centres,region",
    "members,region",
    "bodies,region",
    "bodies,kind"
  })
  void aFilterValueThatMeansNothingFindsNothingAndIsNamed(String list, String filter) {
    assertUnknown(read("/api/v1/" + list + "?" + filter + "=no-such"), filter, "no-such");
    assertUnknown(
        read("/api/v1/" + list + "?" + filter + "=" + "z".repeat(2000)),
        filter,
        "z".repeat(60) + "…");
    assertThat(read("/api/v1/" + list).has("unknown")).isFalse();
  }

  private static void assertUnknown(JsonObject answer, String filter, String value) {
    assertThat(answer.get("total").getAsInt()).isZero();
    JsonObject unknown = answer.getAsJsonObject("unknown");
    assertThat(unknown.keySet()).containsExactly(filter);
    assertThat(unknown.get(filter).getAsString()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"courses?limit", "sessions?limit", "search?limit", "sessions?from"})
  void aParameterThatCannotBeReadIsNamed(String parameter) {
    HttpResponse<String> answer = program.get("/api/v1/" + parameter + "=abc");
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonObject problem = Answers.read(answer);
    assertThat(problem.get("type").getAsString()).isEqualTo("invalid");
    assertThat(problem.get("detail").getAsString())
        .startsWith(parameter.substring(parameter.indexOf('?') + 1) + " ");
  }

  @Test
  void aKeyIsGoodForOneBodyOnly() {
    long session = Answers.openSession(application, "none");
    HttpResponse<String> first = apply(session, token, "key-1", "To classify better");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(apply(session, token, "key-1", "To classify better").body()).isEqualTo(first.body());

    HttpResponse<String> other = apply(session, token, "key-1", "For another reason");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(Answers.read(other).get("type").getAsString()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void withoutAKeyNothingIsApplied() {
    HttpResponse<String> answer =
        apply(Answers.openSession(application, "none"), token, null, "To classify better");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Answers.read(answer).get("type").getAsString()).isEqualTo("idempotency-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"portolan_wrong", "", "Bearer"})
  void aTokenThatIsWrongIsToldSo(String wrong) {
    HttpResponse<String> answer =
        apply(Answers.openSession(application, "none"), wrong, "key-2", "To classify better");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(Answers.read(answer).get("type").getAsString()).isEqualTo("not-signed-in");
    HttpResponse<String> reading =
        program.send(program.request("/api/v1/ping").header("Authorization", "Bearer " + wrong));
    assertThat(reading.statusCode()).isEqualTo(401);
  }

  @Test
  void theDescriptionListsEveryAddressWithItsOperations() {
    HttpResponse<String> answer =
        program.send(program.request("/openapi").header("Accept", "application/json"));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonObject paths = Answers.read(answer).getAsJsonObject("paths");
    Map<String, List<String>> expected =
        new java.util.TreeMap<>(
            Map.of(
                "/api/v1/courses", List.of("get"),
                "/api/v1/courses/{code}", List.of("get"),
                "/api/v1/sessions", List.of("get"),
                "/api/v1/sessions/{id}", List.of("get"),
                "/api/v1/sessions/{id}/applications", List.of("post"),
                "/api/v1/search", List.of("get"),
                "/api/v1/suggest", List.of("get"),
                "/api/v1/regions", List.of("get"),
                "/api/v1/centres", List.of("get"),
                "/api/v1/ping", List.of("get")));
    expected.put("/api/v1/members", List.of("get"));
    expected.put("/api/v1/similar", List.of("get"));
    expected.put("/api/v1/collections", List.of("get"));
    expected.put("/api/v1/collections/{id}", List.of("get"));
    expected.put("/api/v1/practices", List.of("get"));
    expected.put("/api/v1/practices/{code}", List.of("get"));
    expected.put("/api/v1/regions/{code}/radar", List.of("get"));
    expected.put("/api/v1/sessions/{id}/bookings", List.of("get"));
    expected.put("/api/v1/sessions/{id}/bookings/check/{resource}", List.of("get"));
    expected.put("/api/v1/sessions/{id}/roll", List.of("get"));
    expected.put("/api/v1/sessions/{id}/marks", List.of("post"));
    expected.put("/api/v1/bodies", List.of("get"));
    expected.put("/api/v1/competencies", List.of("get"));
    expected.put("/api/v1/job-profiles", List.of("get"));
    assertThat(paths.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach(
        (path, operations) -> {
          Set<String> described = new TreeSet<>(paths.getAsJsonObject(path).keySet());
          described.remove("parameters");
          assertThat(described).as(path).containsExactlyElementsOf(operations);
        });
    assertThat(parameter(paths, "/api/v1/courses", "limit").getAsJsonObject("schema"))
        .satisfies(schema -> assertThat(schema.get("type").getAsString()).isEqualTo("integer"));
  }

  private static JsonObject parameter(JsonObject paths, String path, String name) {
    for (var each :
        paths.getAsJsonObject(path).getAsJsonObject("get").getAsJsonArray("parameters")) {
      if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
        return each.getAsJsonObject();
      }
    }
    throw new AssertionError(path + " names no parameter " + name);
  }

  private HttpResponse<String> apply(long session, String bearer, String key, String motivation) {
    JsonObject body = new JsonObject();
    body.addProperty("motivation", motivation);
    HttpRequest.Builder request =
        program
            .request("/api/v1/sessions/" + session + "/applications")
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + bearer)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return program.send(request);
  }

  private JsonObject read(String path) {
    HttpResponse<String> answer = program.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Answers.read(answer);
  }
}
